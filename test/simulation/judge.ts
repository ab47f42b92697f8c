import type { CandidateId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { ShortlistEntry } from '#contract/records/council-work.ts';
import type { Centre } from './centre.ts';
import type { Item, LedgerEntry } from './feed.ts';
import { keyOver, rowOf, workAbout } from './judge-erasure.ts';
import { isEmptied, isObedient, isWithoutAccess } from './judge-orders.ts';
import type { Laptop } from './laptop.ts';
import { peopleOn } from './pool-on-disk.ts';
import { grantsOf } from './push.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

/** What is wrong with the end of a seed, if anything; null = everything was kept. */
export interface Verdict {
  readonly rule: string;
  readonly what: string;
}

const wrong = (rule: string, what: string): Verdict => ({ rule, what });

/** Whether a laptop has come to rest: everything there is was read, nothing waits to be sent. */
export function isAtRest({ centre }: Stage, laptop: Laptop): boolean {
  if (isWithoutAccess(centre, laptop)) return isEmptied(laptop);
  const heads = centre.headsFor(laptop.recruiter.actor.id).heads;
  const state = laptop.engine?.readState();
  if (state?.mode.is !== 'live' || state.mode.asking || state.wantsHello) return false;
  for (const [stream, { epoch, seq }] of Object.entries(heads)) {
    const place = state.places[stream];
    if (!place || place.reread) return false;
    if (place.cursor?.epoch !== epoch || place.cursor.seq !== seq) return false;
    if (centre.protocol < 2) continue;
    if ((place.cursor.checkedMs ?? 0) < (laptop.mustCompareFromMs ?? 0)) return false;
    if (place.isSuspect || place.drifts > 0) return false;
  }
  if (state.push.is !== 'idle' || state.purging.length > 0 || state.replica.is !== 'open') {
    return false;
  }
  if (!isObedient(centre, laptop)) return false;
  return laptop.entries().every(({ state: { is } }) => is === 'refused' || is === 'told');
}

/** The same words for the same content, in whatever order it lies. */
export function contentOf({ disk }: Laptop): string {
  const rows = disk
    .rows('row')
    .map(({ stream, kind, id, epoch, seq, doc }) => canonical([stream, kind, id, epoch, seq, doc]));
  const people = [...peopleOn(disk)].map(([id, { doc }]) => canonical([id, doc]));
  return [...rows.sort(), ...people.sort()].join('\n');
}

const written = new WeakMap<object, string>();

/** JSON with its keys in order: a bucket gives them back in another. Records never change. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = Array.isArray(value)
    ? `[${value.map(canonical).join()}]`
    : `{${Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => `"${key}":${canonical(inner)}`)
        .join()}}`;
  written.set(value, text);
  return text;
}

/** Compares a laptop with what the centre grants it (I1, I8). */
export function judgeLaptop({ centre, world }: Stage, laptop: Laptop): Verdict | null {
  world.looked('I1', 'I8', ...(centre.protocol < 2 ? (['I18'] as const) : []));
  const { name, disk, recruiter } = laptop;
  const grants = grantsOf(centre.memory, recruiter.actor.id);
  if (grants.length === 0) {
    return isEmptied(laptop) ? null : wrong('I8', `${name} is not emptied`);
  }
  const key = [...laptop.keys.names()].find((each) => !grants.includes(each as never));
  if (key) return wrong('I8', `${name} still holds the key of ${key}`);
  for (const { stream } of disk.rows('cursor')) {
    if (!grants.includes(stream)) return wrong('I8', `${name} still holds ${stream}`);
  }
  const rows = disk.rows('row');
  const stray = rows.find(({ stream }) => !grants.includes(stream));
  if (stray) return wrong('I8', `${name} still holds a row of ${stray.stream}`);
  if (disk.rows('aside').length > 0) return wrong('I1', `${name} set a record aside`);
  // By hello alone a restored centre hears what is held, and who has still to be told of what.
  if ('greeted' in centre && centre.greeted.get(laptop.device()) !== centre.history) {
    return wrong('SY24', `${name} goes on with a restored centre that it never said hello to`);
  }
  for (const stream of grants) {
    const cursor = disk.rows('cursor').find((row) => row.stream === stream);
    const { epoch, head, items } = centre.stream(stream);
    if (cursor?.epoch !== epoch || cursor.seq !== head) {
      return wrong('I9', `${name} ${stream} stands at ${cursor?.seq} of ${head}`);
    }
    if (stream === POOL) continue;
    const want = [...items.values()].filter(({ op }) => op === 'u').map(saidOf);
    const got = rows.filter((row) => row.stream === stream).map(saidOf);
    const verdict = compare(`${name} ${stream}`, want, got);
    if (verdict) return verdict;
  }
  const want = centre.people().map(ofPerson);
  const got = [...peopleOn(disk).values()].map(({ doc }) => ofPerson(doc));
  const found = [...(laptop.worker?.people().values() ?? [])].map(ofPerson);
  return (
    compare(`${name} pool`, want, got) ??
    compare(`${name} index`, want, found) ??
    judgeScreen(laptop, rows)
  );
}

/** Memory says what the disk says. */
function judgeScreen(laptop: Laptop, rows: ReturnType<Laptop['disk']['rows']>): Verdict | null {
  const shown = laptop.worker?.shown();
  if (!shown) return wrong('I1', `${laptop.name} shows nothing`);
  const council = `council:${shown.context.councilId}`;
  for (const row of rows as readonly { stream: string; kind: string; id: string; seq: number }[]) {
    if (row.stream !== council || row.kind !== 'contact') continue;
    const held = shown.get('contact', row.id);
    if (held?.seq !== row.seq) return wrong('I1', `${laptop.name} does not show ${row.id}`);
  }
  return null;
}

/** What something is called, and what is said of it. */
type Said = readonly [name: string, said: unknown];

const saidOf = ({ kind, id, seq, doc }: Pick<Item, 'kind' | 'id' | 'seq' | 'doc'>): Said => [
  `${kind} ${id}`,
  { seq, doc },
];
const ofPerson = (doc: Candidate): Said => [doc.id, doc];

function compare(where: string, want: readonly Said[], got: readonly Said[]): Verdict | null {
  const here = new Map(got);
  const missing = want.find(([name, said]) => !isSame(here.get(name), said));
  if (missing !== undefined) return wrong('I1', `${where} lacks ${canonical(missing)}`);
  const there = new Set(want.map(([name]) => name));
  const extra = got.find(([name]) => !there.has(name));
  return extra === undefined ? null : wrong('I1', `${where} has ${canonical(extra)}`);
}

/** Whether two values are the same as JSON, in whatever order their keys are. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  for (const key of Object.keys(a)) {
    if (!isSame(Reflect.get(a, key), Reflect.get(b, key))) return false;
  }
  for (const key of Object.keys(b)) {
    if (Reflect.get(a, key) === undefined && Reflect.get(b, key) !== undefined) return false;
  }
  return true;
}

/** Every change that was said to be saved has had its effect once, or is seen refused. */
export function judgeSaves({ centre, watch, world }: Stage): Verdict | null {
  const byLaptop = new Map<Laptop, LedgerEntry[]>();
  const places = new Map([...watch.saves.keys()].map((id, place) => [id, place]));
  const takenAs = new Map([...centre.memory.ledger.keys()].map((id, place) => [id, place]));
  for (const [id, { laptop, entry }] of watch.saves) {
    world.looked('I2', 'I10');
    const { mutation } = entry;
    const known = centre.memory.ledger.get(id);
    // What nobody keeps any more comes back to a restored centre with a late copy, if at all; and a
    // refusal that never reached the disk is forgotten: its place was given up, and it goes again.
    const isInTurn = !watch.forgone.has(id) && !watch.toldRefused.has(id);
    if (known && known.outcome !== 'rejected' && isInTurn) {
      byLaptop.set(laptop, [...(byLaptop.get(laptop) ?? []), known]);
    }
    const kept = laptop.entries().find((one) => one.id === id);
    const about = (mutation.args as { readonly candidateId?: CandidateId }).candidateId;
    if (about !== undefined && centre.erased.has(about)) continue;
    // What was to be read went with the access to it.
    const hasEnded = watch.revoked.has(`${laptop.recruiter.actor.id} ${mutation.stream}`);
    // Nor can a journal tell what it lost with its disk.
    const isLost = kept === undefined && watch.forgone.has(id);
    // To a restored centre, what nobody keeps any more comes with a late copy: taken or refused by chance.
    const isTaken = known !== undefined && known.outcome !== 'rejected';
    // A network that says no after the centre said yes is told as that.
    if (kept?.state.is === 'refused' || (!isTaken && watch.forgone.has(id))) continue;
    if (!hasEnded && !isLost && isUntold(kept, known)) {
      return wrong('I10', `${laptop.name} ${entry.n} ${mutation.kind} crossed somebody, untold`);
    }
    if (!known) return wrong('I2', `${laptop.name} ${entry.n} ${mutation.kind} is nowhere`);
    if (known.outcome === 'rejected') {
      return wrong('I2', `${laptop.name} ${entry.n} was refused and nobody is told`);
    }
    if (known.kind === 'noop') return wrong('I2', `${laptop.name} ${entry.n} was sent empty`);
    if (mutation.kind !== 'contact.log') continue;
    const item = centre.stream(mutation.stream).items.get(`contact ${mutation.args.id}`);
    if (item?.op !== 'u') return wrong('I2', `contact ${mutation.args.id} is not at the centre`);
  }
  // Under whatever names it sent them: what a centre lost goes again before anything new.
  for (const [{ name }, done] of byLaptop) {
    world.looked('I11');
    const inOrder = done.toSorted((a, b) => (takenAs.get(a.id) ?? 0) - (takenAs.get(b.id) ?? 0));
    for (const [at, { id, n }] of inOrder.entries()) {
      const before = inOrder[at - 1];
      if (!before || (places.get(before.id) ?? 0) < (places.get(id) ?? 0)) continue;
      return wrong('I11', `${name}: ${n} was saved before ${before.n} and taken after it`);
    }
  }
  return judgeEffects(centre, world);
}

/** Each step of a shortlist was made by a change of its own (I3). */
function judgeEffects({ memory }: Centre, world: World): Verdict | null {
  const steps = [...memory.ledger.values()].filter(
    ({ kind, outcome }) => kind.startsWith('shortlist.') && outcome !== 'rejected',
  );
  const changes = Map.groupBy(steps, ({ entity }) => entity);
  const recruiters = new Set(steps.map(({ recruiter }) => recruiter));
  for (const { items } of memory.streams.values()) {
    for (const { kind, id, op, doc } of items.values()) {
      if (kind !== 'shortlist-entry' || op !== 'u') continue;
      world.looked('I3');
      const { history } = doc as ShortlistEntry;
      // What the programme's team does is no recruiter's change.
      const made = history.filter(({ by }) => recruiters.has(by.id)).length;
      const most = changes.get(id)?.length ?? 0;
      if (made > most) return wrong('I3', `${id}: ${made} steps by ${most} changes`);
    }
  }
  return null;
}

/** Whom a change crossed is with it in the journal, with both values, until a person settles it. */
function isUntold(kept: JournalEntry | undefined, known: LedgerEntry | undefined): boolean {
  if (!known?.conflicts?.length || known.kind === 'noop') return false;
  const told = kept && 'conflicts' in kept.state ? kept.state.conflicts : [];
  return JSON.stringify(told) !== JSON.stringify(known.conflicts);
}

/** Nothing on a laptop names a person whose erasure it has heard of (I7). */
export function judgeErasure({ centre, watch, world }: Stage, laptop: Laptop): Verdict | null {
  for (const id of centre.erased) {
    const hasHeard = centre.protocol >= 2 || watch.forgotten.has(`${laptop.name} ${id}`);
    const about = workAbout(laptop, id);
    const trace = rowOf(laptop, id) ?? (hasHeard ? (keyOver(laptop, id) ?? about) : null);
    if (trace) return wrong('I7', `${laptop.name}: ${trace}`);
    if (about) world.count('known gap: erasure not heard, named in a refused change');
  }
  return null;
}
