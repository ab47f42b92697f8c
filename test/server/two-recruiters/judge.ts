import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { RecordId, RecruiterId } from '#contract/brands.ts';
import type { Mutation, MutationArgs, MutationKind } from '#contract/mutations.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import { LEAVE_ALONE_OUTCOMES } from '#contract/vocabulary.ts';
import { KENT_STREAM } from '../staff.ts';
import type { TestCentre } from '../test-centre.ts';
import { judgeFields } from './judge-fields.ts';
import type { RealLaptop } from './laptop.ts';

interface LedgerRow {
  readonly id: RecordId;
  readonly device: string;
  readonly n: number;
  readonly kind: string;
  readonly outcome: 'applied' | 'merged' | 'rejected';
  readonly seq: number;
}

/** What a change became, with what it said. */
type Settled = LedgerRow & { readonly by: RecruiterId; readonly mutation: Mutation };

/**
 * Compares the centre's ledger with what the laptops saved, and the records with the ledger:
 * every saved change is there once, and what was applied is in the records once.
 */
export async function judgeCentre(
  centre: TestCentre,
  laptops: readonly RealLaptop[],
): Promise<{ readonly applied: number; readonly merged: number; readonly refused: number }> {
  const { rows } = await sql<LedgerRow>`select id::text as id, device, n, kind, outcome, seq
    from sync_mutation order by device, n`.execute(centre.database.sql);
  const byId = new Map(rows.map((row) => [row.id, row]));
  assert.equal(byId.size, rows.length, 'an id is in the ledger twice');
  const saved = new Map(laptops.flatMap((laptop) => [...laptop.saved]));
  const settled: Settled[] = [];
  for (const laptop of laptops) {
    for (const [id, { mutation }] of laptop.saved) {
      const row = byId.get(id);
      // What was taken back in time never came, or leaves a hole that a noop of its id fills.
      if (laptop.takenBack.has(id) && (!row || row.kind === 'noop')) continue;
      assert.ok(row, `${mutation.kind} ${id} was saved and never came to the centre`);
      assert.equal(row.kind, mutation.kind, `${id} came as another change`);
      settled.push({ ...row, mutation, by: laptop.recruiter.id });
    }
    judgeAuthor(laptop, byId);
  }
  for (const row of rows) {
    assert.ok(saved.has(row.id) || row.kind === 'noop', `${row.kind} ${row.id} is nobody's`);
  }
  for (const own of Map.groupBy(rows, ({ device }) => device).values()) {
    const order = own.map(({ n }) => n);
    assert.deepEqual(
      order,
      [...order.keys()].map((index) => index + 1),
      'a device has a hole',
    );
  }
  await judgeRecords(centre, settled);
  const count = (outcome: LedgerRow['outcome']) =>
    settled.filter((row) => row.outcome === outcome).length;
  return { applied: count('applied'), merged: count('merged'), refused: count('rejected') };
}

/** What was refused is with its author, with the reason; nothing waits any more. */
function judgeAuthor(laptop: RealLaptop, ledger: ReadonlyMap<string, LedgerRow>): void {
  const left = new Map(laptop.work.list().map((entry) => [entry.id, entry.state]));
  for (const [id, state] of left) {
    assert.notEqual(state.is, 'waiting', `${id} is still not sent`);
    if (state.is !== 'refused') continue;
    assert.ok(state.reason.length > 5, `${id} was refused for no reason that can be read`);
    assert.equal(ledger.get(id)?.outcome, 'rejected', `${id} is told as refused, and is not`);
  }
  for (const id of laptop.saved.keys()) {
    if (ledger.get(id)?.outcome !== 'rejected' || laptop.settledByHand.has(id)) continue;
    assert.equal(left.get(id)?.is, 'refused', `${id} was refused, and its author is not told`);
  }
}

/** Every applied change is in the records once, the last one on top. */
async function judgeRecords(centre: TestCentre, settled: readonly Settled[]): Promise<void> {
  const { rows } = await sql<{ kind: RecordKind; id: string; doc: string }>`
    select kind, id::text as id, doc from sync_body where stream = ${KENT_STREAM}`.execute(
    centre.database.sql,
  );
  const recordsOf = <Kind extends RecordKind>(kind: Kind) =>
    new Map(
      rows
        .filter((row) => row.kind === kind)
        .map(({ id, doc }) => [id, JSON.parse(doc) as RecordOf[Kind]] as const),
    );
  const applied = settled.filter(({ outcome }) => outcome === 'applied').toSorted(bySeq);
  const of = <Kind extends MutationKind>(kind: Kind) =>
    applied.flatMap(({ mutation }) =>
      mutation.kind === kind ? [mutation.args as MutationArgs[Kind]] : [],
    );

  const contacts = recordsOf('contact');
  assert.deepEqual(sorted(contacts.keys()), sorted(of('contact.log').map(({ id }) => id)));
  for (const { id, note, candidateId } of of('contact.log')) {
    const { note: kept, candidateId: who } = contacts.get(id) ?? {};
    assert.deepEqual([kept, who], [note, candidateId], `contact ${id} was changed`);
  }
  assert.deepEqual(
    sorted(recordsOf('story').keys()),
    sorted(of('story.submit').map(({ id }) => id)),
  );
  const wishes = of('contact.log').filter(({ outcome }) => LEAVE_ALONE_OUTCOMES.includes(outcome));
  assert.deepEqual(
    sorted(recordsOf('do-not-contact').keys()),
    sorted(new Set([...wishes, ...of('do-not-contact.set')].map((args) => args.candidateId))),
  );
  judgeShortlists(recordsOf('shortlist-entry'), applied);
  const editsOf = (id: string, kinds: readonly MutationKind[]) =>
    applied.filter(({ mutation }) => mutation.entity === id && kinds.includes(mutation.kind));
  const followUps = recordsOf('follow-up');
  assert.deepEqual(
    sorted(followUps.keys()),
    sorted(new Set(of('follow-up.set').map(({ id }) => id))),
  );
  for (const [id, record] of followUps) judgeFields(record, editsOf(id, ['follow-up.set']));
  for (const { mutation, outcome } of settled) {
    if (mutation.kind !== 'follow-up.done' || outcome === 'rejected') continue;
    assert.ok(followUps.get(mutation.args.followUpId)?.done, 'a done follow-up is not done');
  }
  for (const [id, record] of recordsOf('vacancy')) {
    judgeFields(record, editsOf(id, ['vacancy.create', 'vacancy.edit']));
  }
}

/** Each move stands in the history once, and none was laid over one its author had not seen. */
function judgeShortlists(
  entries: ReadonlyMap<string, RecordOf['shortlist-entry']>,
  applied: readonly Settled[],
): void {
  const moves = applied.filter(({ kind }) => kind.startsWith('shortlist.'));
  const byEntry = Map.groupBy(moves, ({ mutation }) => mutation.entity as string);
  assert.deepEqual(sorted(entries.keys()), sorted(byEntry.keys()));
  for (const [id, { history }] of entries) {
    const mine = byEntry.get(id) ?? [];
    assert.equal(history.length, mine.length, `moves of entry ${id}`);
    for (const [at, { device, kind, mutation }] of mine.entries()) {
      const before = mine[at - 1];
      if (!before || before.device === device || kind === 'shortlist.add') continue;
      const step = history[at];
      // The same stage for another reason takes nothing away, and a start is told (DM6, DM21).
      if (step?.over || (kind === 'shortlist.move' && step?.from === step?.to)) continue;
      assert.ok(before.seq <= mutation.base, `${kind} ${mutation.id} overwrote in silence`);
    }
  }
}

const bySeq = (a: Settled, b: Settled) => a.seq - b.seq;
const sorted = (ids: Iterable<string>) => [...ids].sort();
