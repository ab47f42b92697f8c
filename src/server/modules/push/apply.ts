import type { CouncilId } from '#contract/brands.ts';
import { POOL, PRESENCE, userStream } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { Mutation } from '#contract/mutations.ts';
import { isoInstant } from '#core/domain/days.ts';
import { decide, isOwnMark, needs, personOf } from '#core/domain/decide.ts';
import { heardAfter } from '#core/domain/decide-contact.ts';
import { presenceId } from '#core/domain/ids.ts';
import { type PresenceToken, tokenToTell, withToken } from '#core/domain/presence.ts';
import type { Sql } from '#server/db/database.ts';
import { readProgramme } from '#server/modules/programme/repository.ts';
import type { Recruiter } from '#server/modules/session/repository.ts';
import { type Change, changeKey, publish } from '#server/modules/streams/feed.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { bodyHash, type Envelope, hasBody, parseMutation } from './envelope.ts';
import {
  addAuditEntry,
  addLedgerEntry,
  findLedgerEntry,
  type LedgerEntry,
  type LockedRows,
  lockDevice,
  lockRows,
  readHead,
  setLastN,
} from './repository.ts';

/** Who sends, from which device, at what time by the centre's clock. */
export interface Sender {
  readonly recruiter: Recruiter;
  readonly device: string;
  readonly nowMs: number;
}

/** What became of a change. */
export type Applied = Pick<
  LedgerEntry,
  'id' | 'n' | 'outcome' | 'stream' | 'seq' | 'problemCode' | 'problemDetail' | 'conflicts'
>;

/** What one change does to the world: rows to write, or why it does nothing. */
interface Effect {
  readonly outcome: LedgerEntry['outcome'];
  readonly changes: readonly Change[];
  readonly refusal?: { readonly code: ProblemCode; readonly detail: string };
  readonly conflicts?: readonly Conflict[];
}

/**
 * Applies one change inside a transaction; asking again gives the first answer.
 *
 * Order: device, ledger, order number, rule, rows, ledger, and `publish` last
 * (sync.md 3.4). Throws a `Refusal` with `order-gap` when changes are missing before it;
 * everything else a laptop can send is a terminal outcome.
 */
export async function applyMutation(
  transaction: Sql,
  envelope: Envelope,
  sender: Sender,
): Promise<Applied> {
  const owner = { device: sender.device, recruiter: sender.recruiter.id };
  const { lastN, forgottenN } = await lockDevice(transaction, owner.device, owner.recruiter);
  const known = await findLedgerEntry(transaction, envelope.id);
  if (known) {
    // It may come with another number than before: from a recovery file on another laptop, or
    // from one that numbered its work anew.
    if (envelope.n > lastN + 1) throw gapAfter(lastN);
    if (envelope.n === lastN + 1) await setLastN(transaction, owner, envelope.n);
    // An erased entry is sent again as a noop to fill its place: that is no other content.
    const isSame = hasBody(envelope, known) || envelope.kind === 'noop';
    if (known.recruiter === owner.recruiter && isSame) return { ...known, n: envelope.n };
    const seq = await readHead(transaction, envelope.stream);
    return { ...refused(envelope, 'id-reuse', OTHER_CONTENT), seq };
  }
  if (envelope.n <= forgottenN) {
    const seq = await readHead(transaction, envelope.stream);
    return { ...refused(envelope, 'duplicate-expired', FORGOTTEN), seq };
  }
  if (envelope.n !== lastN + 1) throw gapAfter(lastN);
  const parsed = parseMutation(envelope);
  const about = 'mutation' in parsed ? personOf(parsed.mutation) : null;
  const effect =
    'mutation' in parsed
      ? await effectOf(transaction, parsed.mutation, sender)
      : refusedEffect('invalid', parsed.why);
  const entry = { ...owner, kind: envelope.kind, bodyHash: bodyHash(envelope), about };
  return settle(transaction, { envelope, entry, effect });
}

/** Said to who sends something that was decided so long ago that the ledger has let it go. */
const OTHER_CONTENT =
  'The central service has another version of this change already, sent before. Look at what is shown now: send it again only if it is missing.';
const FORGOTTEN =
  'The central service received this more than 90 days ago and does not know any more what became of it. Look at what is shown now: send it again only if it is missing.';

function gapAfter(lastN: number): Refusal {
  return new Refusal('order-gap', 'Send the changes before this one first.', {
    expected: lastN + 1,
  });
}

interface Settling {
  readonly envelope: Envelope;
  readonly entry: Pick<LedgerEntry, 'device' | 'recruiter' | 'kind' | 'bodyHash' | 'about'>;
  readonly effect: Effect;
}

/** Writes what was decided. The counters are locked by `publish`, so it comes last but one. */
async function settle(transaction: Sql, { envelope, entry, effect }: Settling): Promise<Applied> {
  await setLastN(transaction, entry, envelope.n);
  const sequences = await publish(transaction, effect.changes);
  const mine = effect.changes
    .filter((change) => change.stream === envelope.stream)
    .map((change) => sequences.get(changeKey(change)) ?? 0);
  const applied: Applied = {
    id: envelope.id,
    n: envelope.n,
    outcome: effect.outcome,
    stream: envelope.stream,
    seq: mine.length > 0 ? Math.max(...mine) : await readHead(transaction, envelope.stream),
    problemCode: effect.refusal?.code ?? null,
    problemDetail: effect.refusal?.detail ?? null,
    conflicts: effect.conflicts?.length ? JSON.stringify(effect.conflicts) : null,
  };
  // After `publish`, because it keeps the sequence; one insert by key is quick.
  await addLedgerEntry(transaction, { ...entry, ...applied });
  return applied;
}

async function effectOf(transaction: Sql, mutation: Mutation, sender: Sender): Promise<Effect> {
  const { recruiter } = sender;
  const councilId = councilFor(mutation, recruiter);
  if (!councilId || !recruiter.councils.includes(councilId)) {
    return refusedEffect('stream-not-granted', 'You do not work for this council any more.');
  }
  const person = personOf(mutation);
  const programme = await readProgramme(transaction);
  const token = tokenToTell(mutation, programme, sender.nowMs);
  const rows = await lockRows(transaction, [
    ...needs(mutation).map((need) => ({ ...need, stream: mutation.stream })),
    ...(person ? [{ stream: POOL, kind: 'candidate' as const, id: person }] : []),
    ...(token
      ? [{ stream: PRESENCE, kind: 'presence' as const, id: presenceId(councilId, token) }]
      : []),
  ]);
  // The centre's clock less how long ago it was: a laptop's clock may be wrong.
  const at = isoInstant(sender.nowMs - mutation.ageMs);
  const verdict = decide(
    mutation,
    { get: (kind, id) => rows.get(mutation.stream, kind, id) },
    {
      actor: { id: recruiter.id, name: recruiter.name },
      role: recruiter.role,
      councilId,
      at,
      programme: programme.status,
      personHeld: (id) => rows.get(POOL, 'candidate', id) !== null,
    },
  );
  const told = verdict.conflicts ? { conflicts: verdict.conflicts } : {};
  if (verdict.outcome === 'rejected') {
    return { ...refusedEffect(verdict.code, verdict.reason), ...told };
  }
  if (verdict.outcome === 'merged') return { outcome: 'merged', changes: [], ...told };
  if (mutation.kind === 'audit.record') {
    const { action, detail = null } = mutation.args;
    const { id, stream } = mutation;
    await addAuditEntry(transaction, {
      id,
      recruiter: recruiter.id,
      stream,
      action,
      about: person,
      detail,
      at,
    });
  }
  const changes = verdict.changes.map(
    ({ kind, id, record }): Change => ({
      stream: mutation.stream,
      kind,
      id,
      op: 'u',
      doc: record,
      isNew: rows.get(mutation.stream, kind, id) === null,
    }),
  );
  const others = token ? presenceEffect({ mutation, rows, councilId, token }) : [];
  return {
    outcome: 'applied',
    changes: [...changes, ...poolEffect(mutation, rows, sender), ...others],
    ...told,
  };
}

/** A contact, or a promise that was not there before, joins its council's half-day. */
function presenceEffect(told: {
  readonly mutation: Mutation;
  readonly rows: LockedRows;
  readonly councilId: CouncilId;
  readonly token: PresenceToken;
}): readonly Change[] {
  const { mutation, rows, councilId, token } = told;
  const { stream, kind } = mutation;
  // A promise that is only put off is none that was made today.
  if (kind === 'follow-up.set' && rows.get(stream, 'follow-up', mutation.args.id)) return [];
  const id = presenceId(councilId, token);
  const held = rows.get(PRESENCE, 'presence', id)?.record ?? null;
  const doc = withToken(held, councilId, token);
  if (!doc) return [];
  return [{ stream: PRESENCE, kind: 'presence', id, op: 'u', doc, isNew: held === null }];
}

/** A contact tells the other councils the day, and nothing else (rule DM10). */
function poolEffect(mutation: Mutation, rows: LockedRows, sender: Sender): readonly Change[] {
  // Nobody was spoken to in a contact that did not happen.
  if (mutation.kind !== 'contact.log' || mutation.args.undone) return [];
  const person = rows.get(POOL, 'candidate', mutation.args.candidateId);
  if (!person) return [];
  // A laptop whose clock runs ahead must not put days to come into everybody's pool.
  const at = isoInstant(Math.min(Date.parse(mutation.args.at), sender.nowMs));
  const after = heardAfter(person.record, { ...mutation.args, at });
  if (!after) return [];
  return [{ stream: POOL, kind: 'candidate', id: after.id, op: 'u', doc: after, isNew: false }];
}

/** The council a change is made for; a recruiter's own marks are made for any of theirs. */
function councilFor(mutation: Mutation, recruiter: Recruiter): CouncilId | null {
  const { kind, stream } = mutation;
  const isOwn = stream === userStream(recruiter.id);
  if (kind !== 'noop' && isOwn !== isOwnMark(mutation)) return null;
  if (isOwn) return recruiter.councils[0] ?? null;
  return stream.startsWith('council:') ? (stream.slice('council:'.length) as CouncilId) : null;
}

function refusedEffect(code: ProblemCode, detail: string): Effect {
  return { outcome: 'rejected', changes: [], refusal: { code, detail } };
}

function refused(envelope: Envelope, code: ProblemCode, detail: string) {
  const { id, n, stream } = envelope;
  return {
    id,
    n,
    stream,
    outcome: 'rejected' as const,
    problemCode: code,
    problemDetail: detail,
    conflicts: null,
  };
}
