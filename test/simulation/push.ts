import {
  type CouncilId,
  POOL,
  PRESENCE,
  PROGRAMME,
  type RecruiterId,
  type StreamId,
  userStream,
} from '#contract/brands.ts';
import type { ProblemCode } from '#contract/http/problem.ts';
import type { Mutation } from '#contract/mutations.ts';
import { PRESENCE_SINCE, PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { Actor } from '#contract/records/council-work.ts';
import type { Programme } from '#contract/records/programme.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import { isoInstant } from '#core/domain/days.ts';
import { decide, isOwnMark } from '#core/domain/decide.ts';
import { heardAfter } from '#core/domain/decide-contact.ts';
import { bodyHash, type Envelope, hasBody, parseMutation } from '#server/modules/push/envelope.ts';
import { type Change, keyOf, type LedgerEntry, type Memory, publish, rowsOf } from './feed.ts';
import { overwrittenInSilence } from './overwrites.ts';
import { toldBy } from './presence.ts';

/** Who sends, from which device, at what time by the centre's clock. */
export interface Sender {
  readonly actor: Actor;
  readonly device: string;
  readonly nowMs: number;
  /** Somebody's value was overwritten in silence. */
  readonly overwrote: (what: string) => void;
}

/** A change that cannot be taken now. */
export interface Gap {
  readonly expected: number;
}

/**
 * Applies one change as the centre does: device, ledger, order, rule, rows, ledger.
 *
 * The form, the hash and the rules are the production ones; only the rows are a map.
 */
export function applyMutation(
  memory: Memory,
  envelope: Envelope,
  sender: Sender,
): LedgerEntry | Gap {
  const lastN = memory.lastN.get(sender.device) ?? 0;
  const known = memory.ledger.get(envelope.id);
  const head = () => memory.streams.get(envelope.stream)?.head ?? 0;
  const { id, n, stream, kind } = envelope;
  const { device, actor } = sender;
  const entity = String(envelope.entity);
  const hash = bodyHash(envelope);
  const who = { device, recruiter: actor.id };
  const entry = { id, ...who, n, kind, entity, bodyHash: hash, stream };
  if (known) {
    if (n > lastN + 1) return { expected: lastN + 1 };
    if (n === lastN + 1) memory.lastN.set(device, n);
    const isSame = hasBody(envelope, known) || kind === 'noop';
    if (known.recruiter === actor.id && isSame) return { ...known, n };
    return { ...entry, ...refused('id-reuse', 'This id came with other content.'), seq: head() };
  }
  if (n !== lastN + 1) return { expected: lastN + 1 };
  const parsed = parseMutation(envelope);
  const effect =
    'mutation' in parsed
      ? effectOf(memory, parsed.mutation, sender)
      : { ...refused('invalid', parsed.why), changes: [] };
  memory.lastN.set(device, n);
  const sequences = publish(memory, effect.changes);
  const mine = effect.changes
    .filter((change) => change.stream === stream)
    .map((change) => sequences.get(`${stream} ${keyOf(change)}`) ?? 0);
  const { outcome, problem, conflicts = [] } = effect;
  const seq = mine.length > 0 ? Math.max(...mine) : head();
  const done: LedgerEntry = { ...entry, outcome, problem, seq, conflicts };
  memory.ledger.set(id, done);
  return done;
}

type Effect = Pick<LedgerEntry, 'outcome' | 'problem' | 'conflicts'> & {
  readonly changes: readonly Change[];
};

function refused(code: ProblemCode, detail: string): Pick<LedgerEntry, 'outcome' | 'problem'> {
  return { outcome: 'rejected', problem: { code, detail } };
}

function effectOf(memory: Memory, mutation: Mutation, sender: Sender): Effect {
  const { stream: name } = mutation;
  const councilId = name.slice('council:'.length) as CouncilId;
  const isOwn = isOwnMark(mutation) || mutation.kind === 'noop';
  const isFit = name.startsWith('council:') || (isOwn && name === userStream(sender.actor.id));
  if (!isFit || !isGranted(memory, sender, name)) {
    const why = 'You do not work for this council any more.';
    return { ...refused('stream-not-granted', why), changes: [] };
  }
  const pool = rowsOf(memory.streams.get(POOL));
  const rows = rowsOf(memory.streams.get(name));
  const verdict = decide(mutation, rows, {
    actor: sender.actor,
    role: roleOf(memory, sender.actor.id),
    councilId,
    at: isoInstant(sender.nowMs - mutation.ageMs),
    programme: programmeOf(memory).status,
    personHeld: (id) => pool.get('candidate', id) !== null,
  });
  const silent = overwrittenInSilence(mutation, rows, verdict, sender.actor);
  if (silent) sender.overwrote(silent);
  const { conflicts = [] } = verdict;
  if (verdict.outcome === 'rejected') {
    return { ...refused(verdict.code, verdict.reason), changes: [], conflicts };
  }
  if (verdict.outcome === 'merged') {
    return { outcome: 'merged', problem: null, changes: [], conflicts };
  }
  const changes = verdict.changes.map(
    ({ kind, id, record }): Change => ({ stream: name, kind, id, op: 'u', doc: record }),
  );
  const heard = heardBy(mutation, pool, sender);
  const { nowMs } = sender;
  const told = toldBy(memory, mutation, { councilId, programme: programmeOf(memory), nowMs });
  const all = [...changes, ...heard, ...told];
  return { outcome: 'applied', problem: null, changes: all, conflicts };
}

function heardBy(mutation: Mutation, pool: ReturnType<typeof rowsOf>, sender: Sender): Change[] {
  if (mutation.kind !== 'contact.log' || mutation.args.undone) return [];
  const person = pool.get('candidate', mutation.args.candidateId)?.record;
  if (!person) return [];
  const at = isoInstant(Math.min(Date.parse(mutation.args.at), sender.nowMs));
  const after = heardAfter(person, { ...mutation.args, at });
  return after ? [{ stream: POOL, kind: 'candidate', id: after.id, op: 'u', doc: after }] : [];
}

/** The streams a recruiter may read. */
export function grantsOf(
  memory: Memory,
  recruiter: string,
  protocol = PROTOCOL_VERSION,
): readonly StreamId[] {
  const councils = memory.councils.get(recruiter) ?? [];
  if (councils.length === 0) return [];
  const councilStreams = councils.map((id) => `council:${id}` as StreamId);
  // An app of protocol 1 is told of neither; a centre of protocol 1 has neither.
  const newer = protocol >= PRESENCE_SINCE ? [PRESENCE, userStream(recruiter as RecruiterId)] : [];
  return [POOL, PROGRAMME, ...councilStreams, ...newer.filter((name) => memory.streams.has(name))];
}

function isGranted(memory: Memory, { actor }: Sender, stream: StreamId): boolean {
  return grantsOf(memory, actor.id).includes(stream);
}

/** What a recruiter may do. */
export function roleOf(memory: Memory, recruiter: string): RecruiterRole {
  return memory.readers.has(recruiter) ? 'viewer' : 'recruiter';
}

/** The programme as it stands. */
export function programmeOf(memory: Memory): Programme {
  const items = [...(memory.streams.get(PROGRAMME)?.items.values() ?? [])];
  const item = items.find(({ kind }) => kind === 'programme');
  if (!item) throw new Error('the centre holds no programme');
  return item.doc as Programme;
}
