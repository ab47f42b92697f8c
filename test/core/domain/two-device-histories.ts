import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Actor, FieldValue } from '#contract/records/council-work.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import { asShown } from '#core/domain/as-shown.ts';
import { decide } from '#core/domain/decide.ts';
import { lossesIn, type Telling } from '#core/domain/decide-settle.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import type { Held, Rows, Verdict } from '#core/domain/verdict.ts';
import { anId, aVacancy, ROSA, TOM } from '#test/builders/records.ts';
import { deciding } from '#test/builders/rows.ts';

/** What became of many histories. */
export interface Tally {
  histories: number;
  pushed: number;
  /** Values that were set by one laptop and replaced by another that had not seen them. */
  lost: number;
  refused: number;
  gaveWay: number;
}

/** Starts a count at nothing. */
export const emptyTally = (): Tally => ({
  ...{ histories: 0, pushed: 0, lost: 0, refused: 0, gaveWay: 0 },
});

const WHO = anId<CandidateId>(1);
const VACANCY = aVacancy();
const ENTRY = shortlistEntryId(VACANCY.id, WHO);
const FOLLOW_UP = anId<RecordId>(0xf1);
/** The id of each kind of record a history is about. */
const IDS = { vacancy: VACANCY.id, 'shortlist-entry': ENTRY, 'follow-up': FOLLOW_UP } as const;
type Kind = keyof typeof IDS;
const KINDS = Object.keys(IDS) as readonly Kind[];
const KIND_OF: Partial<Record<MutationDraft['kind'], Kind>> = {
  'vacancy.edit': 'vacancy',
  'shortlist.add': 'shortlist-entry',
  'shortlist.move': 'shortlist-entry',
  'shortlist.remove': 'shortlist-entry',
  'follow-up.set': 'follow-up',
  'follow-up.done': 'follow-up',
  'follow-up.reopen': 'follow-up',
};
const FIELDS: Record<Kind, readonly string[]> = {
  vacancy: ['title', 'posts', 'hoursPerWeek', 'status'],
  'shortlist-entry': ['stage'],
  'follow-up': ['what', 'dueOn', 'promise', 'done'],
};
const STAGES = ['contacted', 'interested', 'interviewed', 'placed'] as const;

/** A draw from 0 up to but not including `below`. */
export type Draw = (below: number) => number;

/** A quick draw that repeats for a seed. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

class Store implements Rows {
  readonly rows: Map<string, Held<RecordKind>>;
  constructor(rows: ReadonlyMap<string, Held<RecordKind>> = new Map()) {
    this.rows = new Map(rows);
  }
  get<K extends RecordKind>(kind: K, id: string): Held<K> | null {
    return (this.rows.get(`${kind} ${id}`) as Held<K> | undefined) ?? null;
  }
  take(verdict: Verdict, seqOf: (held: Held<RecordKind> | null) => number): void {
    if (verdict.outcome !== 'applied') return;
    for (const { kind, id, record } of verdict.changes) {
      this.rows.set(`${kind} ${id}`, { seq: seqOf(this.get(kind, id)), record });
    }
  }
}

/** Who set what a field holds, from which laptop, as the how-manieth write. */
interface Write {
  readonly actor: Actor;
  readonly laptop: number;
  readonly n: number;
}

interface Queued {
  readonly draft: MutationDraft;
  /** Writes below were on the laptop's screen. */
  readonly seen: number;
  /** What the screen showed in each field. */
  readonly showed: Store;
}

interface Laptop {
  readonly number: number;
  readonly actor: Actor;
  /** It says nothing of what it showed. */
  readonly isOld: boolean;
  seen: number;
  confirmed: Store;
  shown: Store;
  queue: Queued[];
}

/** A value that was lost, and whose it was. */
interface Lost {
  readonly kind: Kind;
  readonly field: string;
  readonly value: FieldValue;
  readonly actor: Actor;
}

/**
 * Lives through one history of two laptops and the centre; throws where somebody's value
 * went without a word to them.
 */
export function liveHistory(draw: Draw, tally: Tally): void {
  const centre = new Store();
  let seq = 3;
  let now = Date.parse('2026-06-09T08:00:00.000Z');
  begin(centre, draw(4) > 0);
  const writes = new Map<string, Write>();
  let written = 0;
  let lost: Lost[] = [];
  const isSamePerson = draw(4) === 0;
  const laptops = [0, 1].map((number): Laptop => {
    const actor = number === 0 || isSamePerson ? ROSA : TOM;
    const isOld = !isSamePerson && draw(6) === 0;
    const own = { confirmed: new Store(centre.rows), shown: new Store(centre.rows) };
    return { number, actor, isOld, seen: 0, queue: [], ...own };
  });
  const judge = (draft: MutationDraft, rows: Rows, { actor }: Laptop) =>
    decide(draft, rows, deciding({ actor, at: new Date(now).toISOString() as IsoInstant }));

  function save(laptop: Laptop): void {
    const asked = chooseDeed(draw, laptop);
    if (!asked) return;
    const said = laptop.isOld ? asked : asShown(asked, laptop.shown);
    const kind = KIND_OF[said.kind];
    const base = kind ? (laptop.shown.get(kind, IDS[kind])?.seq ?? 0) : 0;
    const draft = { ...said, stream: 'council:kent', entity: ENTRY, base } as MutationDraft;
    const verdict = judge(draft, laptop.shown, laptop);
    if (verdict.outcome !== 'applied') return;
    laptop.queue.push({ draft, seen: laptop.seen, showed: new Store(laptop.shown.rows) });
    laptop.shown.take(verdict, (held) => held?.seq ?? 0);
  }

  function pull(laptop: Laptop): void {
    laptop.seen = written;
    laptop.confirmed = new Store(centre.rows);
    laptop.shown = new Store(centre.rows);
    for (const { draft } of laptop.queue) {
      laptop.shown.take(judge(draft, laptop.shown, laptop), (held) => held?.seq ?? 0);
    }
  }

  function push(laptop: Laptop): void {
    const next = laptop.queue.shift();
    if (!next) return;
    const before = new Store(centre.rows);
    const verdict = judge(next.draft, centre, laptop);
    tally.pushed += 1;
    centre.take(verdict, () => ++seq);
    const isUnseen = (kind: Kind, field: string) => {
      const write = writes.get(`${kind} ${field}`);
      if (!write || write.n < next.seen || write.laptop === laptop.number) return null;
      // The very value its screen showed is no news, whoever has set it again meanwhile.
      return valueIn(before, kind, field) === valueIn(next.showed, kind, field) ? null : write;
    };
    const forget = (kind: Kind, field: string) => {
      const { id } = laptop.actor;
      lost = lost.filter((one) => one.kind !== kind || one.field !== field || one.actor.id !== id);
    };
    const { draft } = next;
    if (draft.kind === 'conflict.settle' && verdict.outcome === 'applied') {
      forget(draft.args.record, draft.args.field);
    }
    const kind = KIND_OF[draft.kind];
    if (!kind) return;
    if (verdict.outcome !== 'applied') {
      if (verdict.outcome === 'rejected') tally.refused += 1;
      expectTold(draft, verdict, before, (field) => isUnseen(kind, field), tally);
      return;
    }
    for (const field of FIELDS[kind]) {
      const was = valueIn(before, kind, field);
      const is = valueIn(centre, kind, field);
      if (was === is) continue;
      const write = isUnseen(kind, field);
      forget(kind, field);
      writes.set(`${kind} ${field}`, { actor: laptop.actor, laptop: laptop.number, n: written++ });
      if (write && !isOwnRemoval(write, laptop, was)) {
        tally.lost += 1;
        lost.push({ kind, field, value: was, actor: write.actor });
        expectBothTold(centre, verdict, { kind, field, value: was, actor: write.actor });
      }
      // "Done" leaves the other fields as they are, and yet an unseen edit of them is too late.
      if (field !== 'done' || is !== true) continue;
      for (const late of FIELDS[kind]) {
        const edit = late === 'done' ? null : isUnseen(kind, late);
        if (!edit || edit.actor.id === laptop.actor.id) continue;
        tally.gaveWay += 1;
        const told = lossesIn(recordIn(centre, kind) as Telling, edit.actor.id);
        if (told.some((loss) => loss.field === 'done')) continue;
        fail(`${edit.actor.name} is not told that ${late} came too late`);
      }
    }
  }

  // Some are so long that old lines of a record's changes are let go.
  const steps = draw(50) === 0 ? 200 : 6 + draw(14);
  for (let step = 0; step < steps; step++) {
    now += 1000;
    const laptop = laptops[draw(2)] as Laptop;
    const drawn = draw(10);
    if (drawn < 5) save(laptop);
    else if (drawn < 8) push(laptop);
    else pull(laptop);
  }
  for (const laptop of laptops) while (laptop.queue.length > 0) push(laptop);
  // Whatever came after, the loss stays until its author has settled it or set the field again.
  for (const { kind, field, value, actor } of lost) {
    const losses = lossesIn(recordIn(centre, kind) as Telling, actor.id);
    if (losses.some((loss) => loss.field === field && loss.mine === value)) continue;
    fail(`${actor.name} is not told any more that ${kind} ${field} ${String(value)} went`);
  }
  tally.histories += 1;
}

/** Everybody starts with the same vacancy and, mostly, somebody on its list. */
function begin({ rows }: Store, isListed: boolean): void {
  rows.set(`vacancy ${VACANCY.id}`, { seq: 1, record: VACANCY });
  if (!isListed) return;
  const at = VACANCY.createdAt;
  const history = [{ at, by: TOM, to: 'new' as const }];
  const listed = { stage: 'new', removed: false, history } as const;
  const entry = { id: ENTRY, vacancyId: VACANCY.id, candidateId: WHO, ...listed, history };
  rows.set(`shortlist-entry ${ENTRY}`, { seq: 2, record: entry });
  const dueOn = '2026-06-10' as IsoDate;
  const due = { what: 'Ring 0', dueOn, promise: false, owner: ROSA, createdAt: at };
  const record = { id: FOLLOW_UP, candidateId: WHO, ...due };
  rows.set(`follow-up ${FOLLOW_UP}`, { seq: 3, record });
}

/** Taking somebody off and adding them from one's other laptop is no news to anybody else. */
function isOwnRemoval(write: Write, laptop: Laptop, was: FieldValue): boolean {
  return was === null && write.actor.id === laptop.actor.id;
}

function expectBothTold(centre: Store, verdict: Verdict, lost: Lost): void {
  const { kind, field, value, actor } = lost;
  const said = (verdict.conflicts ?? []).some(
    (conflict) =>
      conflict.field === field && conflict.theirs === value && conflict.by?.id === actor.id,
  );
  if (!said) fail(`whoever replaced ${kind} ${field} ${String(value)} is not told`);
  const losses = lossesIn(recordIn(centre, kind) as Telling, actor.id);
  if (!losses.some((loss) => loss.field === field && loss.mine === value)) {
    fail(`${actor.name} is not told that ${kind} ${field} ${String(value)} was replaced`);
  }
}

/** A change that had no effect says so to its maker, with what stands instead. */
function expectTold(
  draft: MutationDraft,
  verdict: Exclude<Verdict, { outcome: 'applied' }>,
  before: Store,
  unseen: (field: string) => Write | null,
  tally: Tally,
): void {
  const told: readonly Conflict[] = verdict.conflicts ?? [];
  const kind = KIND_OF[draft.kind] as Kind;
  if (verdict.outcome === 'rejected') {
    const field = kind === 'shortlist-entry' ? 'stage' : 'done';
    const write = kind === 'vacancy' ? null : unseen(field);
    if (!write || told.length > 0) return;
    fail(`${draft.kind} was refused for what ${write.actor.name} did, and not told`);
  }
  for (const [field, value] of intentions(draft)) {
    const stands = valueIn(before, kind, field);
    if (stands === value) continue;
    tally.gaveWay += 1;
    const isSaid = told.some(
      (one) => one.field === field && one.yours === value && one.theirs === stands,
    );
    if (!isSaid) fail(`${draft.kind} merged, and its ${field} ${String(value)} went unsaid`);
  }
}

function intentions({ kind, args }: MutationDraft): readonly (readonly [string, FieldValue])[] {
  if (kind === 'shortlist.move') return [['stage', args.to]];
  if (kind === 'shortlist.remove') return [['stage', null]];
  if (kind === 'shortlist.add') return args.stage ? [['stage', args.stage]] : [];
  if (kind === 'follow-up.done') return [['done', true]];
  if (kind === 'follow-up.reopen') return [['done', false]];
  const [fields, was] =
    kind === 'vacancy.edit'
      ? [args.fields, args.was]
      : kind === 'follow-up.set'
        ? [args, args.was]
        : [];
  return Object.entries(fields ?? {}).filter(([field, value]) => {
    const isField = FIELDS.vacancy.includes(field) || FIELDS['follow-up'].includes(field);
    return isField && (!was || (was as Record<string, unknown>)[field] !== value);
  }) as readonly (readonly [string, FieldValue])[];
}

function recordIn(store: Store, kind: Kind): RecordOf[Kind] | null {
  return store.get(kind, IDS[kind])?.record ?? null;
}

function valueIn(store: Store, kind: Kind, field: string): FieldValue {
  const record = recordIn(store, kind) as Record<string, unknown> | null;
  if (!record) return kind === 'follow-up' && field === 'done' ? false : null;
  if (field === 'done') return record.done !== undefined;
  if (field === 'stage' && record.removed === true) return null;
  return (record[field] ?? null) as FieldValue;
}

function chooseDeed(draw: Draw, { shown, actor, number }: Laptop): CommandDraft | null {
  const on = { vacancyId: VACANCY.id, candidateId: WHO };
  const entry = shown.get('shortlist-entry', ENTRY);
  const day = `2026-06-${10 + draw(5)}` as IsoDate;
  switch (draw(9)) {
    case 0:
      return { kind: 'shortlist.add', args: draw(2) ? on : { ...on, stage: 'contacted' } };
    case 1:
    case 2:
      return { kind: 'shortlist.move', args: { ...on, to: STAGES[draw(4)] ?? 'contacted' } };
    case 3:
      return entry ? { kind: 'shortlist.remove', args: { ...on, reason: 'Changed' } } : null;
    case 4:
    case 5: {
      const hours = draw(2) ? { hoursPerWeek: 20 + draw(4) } : {};
      const posts = draw(20) === 0 ? { posts: 1 + draw(4) } : {};
      const fields = { ...hours, ...posts, ...(draw(2) ? { title: `Team ${draw(3)}` } : {}) };
      return { kind: 'vacancy.edit', args: { vacancyId: VACANCY.id, fields } };
    }
    case 6: {
      // Ids are new: two laptops never make the same follow-up.
      if (number > 0 && !shown.get('follow-up', FOLLOW_UP)) return null;
      const args = { id: FOLLOW_UP, candidateId: WHO, what: `Ring ${draw(2)}`, dueOn: day };
      return { kind: 'follow-up.set', args: { ...args, promise: draw(2) === 0 } };
    }
    case 7:
      return {
        kind: draw(3) ? 'follow-up.done' : 'follow-up.reopen',
        args: { followUpId: FOLLOW_UP },
      };
    default:
      return settleOne(draw, shown, actor);
  }
}

function settleOne(draw: Draw, shown: Store, actor: Actor): CommandDraft | null {
  const record = KINDS[draw(3)] as Kind;
  const held = recordIn(shown, record);
  const loss = held ? lossesIn(held, actor.id)[0] : undefined;
  if (!loss) return null;
  const { field, at } = loss;
  return { kind: 'conflict.settle', args: { record, id: IDS[record], field, at } };
}

function fail(what: string): never {
  throw new Error(what);
}
