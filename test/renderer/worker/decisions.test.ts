import { describe, expect, it } from 'vitest';
import type { IsoDate, RecordId } from '#contract/brands.ts';
import type { Conflict } from '#contract/conflict.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { JournalEntry, JournalState } from '#contract/journal.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Actor, FollowUp, ShortlistEntry, Vacancy } from '#contract/records/council-work.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { aCandidate, anId, aVacancy, ROSA, TOM, TUESDAY } from '#test/builders/records.ts';
import { aDraft } from '#test/builders/rows.ts';
import {
  aLaptop,
  aSession,
  at,
  COUNCIL,
  fill,
  journalEntry,
  opening,
  page,
  person,
  row,
} from './centre.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana', familyName: 'Test' });
const SW114 = aVacancy();
const ON = { vacancyId: SW114.id, candidateId: ANA.id };
const ENTRY = shortlistEntryId(SW114.id, ANA.id);

/** Ana on the list of SW-114, moved to "contacted" by Tom at sequence 5. */
async function ready(
  over: {
    readonly entry?: Partial<ShortlistEntry>;
    readonly vacancy?: Partial<Vacancy>;
    readonly followUp?: FollowUp;
  } = {},
) {
  const session = aSession();
  const laptop = aLaptop();
  const me: Actor = { id: laptop.recruiterId, name: ROSA.name };
  await session.calls.open(opening(laptop));
  await fill(session, [ANA]);
  const entry: ShortlistEntry = {
    ...{ id: ENTRY, ...ON, stage: 'contacted', removed: false },
    history: [
      { at: at('08:00'), by: me, to: 'new' },
      { at: at('08:20'), by: TOM, from: 'new', to: 'contacted' },
    ],
    ...over.entry,
  };
  const rows = [
    row('vacancy', 1, aVacancy(over.vacancy)),
    row('shortlist-entry', 5, entry),
    ...(over.followUp ? [row('follow-up', 6, over.followUp)] : []),
  ];
  await session.calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
  const decisions = async () => (await session.queries['today.read']({})).decisions;
  const hold = (...entries: readonly JournalEntry[]) => session.calls.journal({ entries });
  return { session, me, decisions, hold };
}

function refusedMove(conflicts: readonly Conflict[] = [MOVED]): JournalEntry {
  const move = aDraft('shortlist.move', { ...ON, to: 'interviewed', from: 'new' }, 3);
  const reason = 'Tom Adeyemi has moved this person since you looked.';
  const state: JournalState = { is: 'refused', reason, at: TUESDAY, conflicts };
  return { ...journalEntry(move, 51), state };
}

const MOVED: Conflict = {
  ...{ rule: 'DM6', kind: 'shortlist-entry', id: ENTRY, field: 'stage' },
  ...{ yours: 'interviewed', theirs: 'contacted', by: TOM, at: at('08:20') },
};

describe('what only this recruiter can settle', () => {
  it('has both values, who, when, what holds now, and the way to make it again', async () => {
    const { decisions, hold } = await ready();
    await hold(refusedMove());
    expect(await decisions()).toMatchObject([
      {
        is: 'refused',
        name: 'Ana Test',
        vacancy: 'SW-114 Duty team, Hythe',
        words: 'Ana Test moved to Interviewed for SW-114',
        sides: [
          { rule: 'DM6', mine: 'interviewed', theirs: 'contacted', now: 'contacted', by: TOM },
        ],
        other: {
          is: 'mine-again',
          drafts: [{ kind: 'shortlist.move', args: { to: 'interviewed' } }],
        },
        blocked: null,
        settle: { entry: anId(0x9033) },
      },
    ]);
  });

  it('made again stands on the new base, and the refused one leaves with the same commit', async () => {
    const { session, decisions, hold } = await ready();
    await hold(refusedMove());
    const [decision] = await decisions();
    const drafts = decision?.other?.drafts as readonly CommandDraft[];
    expect(drafts[0]?.args).not.toHaveProperty('from');
    const saved = await session.queries.command({ drafts, instead: anId<RecordId>(0x9033) });
    expect(saved).toMatchObject({ ok: true, value: { saved: [expect.any(String)] } });
    const view = await session.queries['vacancy.read']({ id: SW114.id });
    expect(await decisions()).toEqual([]);
    expect(view?.people).toMatchObject([
      { entry: { record: { stage: 'interviewed' }, notSentYet: true } },
    ]);
  });

  it('puts whoever was taken off meanwhile back on the list first', async () => {
    const { decisions, hold } = await ready({ entry: { removed: true } });
    await hold(refusedMove([{ ...MOVED, rule: 'DM7', theirs: null }]));
    expect((await decisions())[0]?.other?.drafts).toMatchObject([
      { kind: 'shortlist.add' },
      { kind: 'shortlist.move', args: { to: 'interviewed' } },
    ]);
  });

  it('names the person of a follow-up that only its own id names', async () => {
    const followUp: FollowUp = {
      ...{ id: anId(0x6001), candidateId: ANA.id, what: 'Ring', dueOn: '2026-06-12' as IsoDate },
      ...{ promise: false, owner: TOM, createdAt: at('07:00') },
    };
    const { decisions, hold } = await ready({ followUp });
    const state: JournalState = { is: 'refused', reason: 'No.', at: TUESDAY };
    const settle = { record: 'vacancy', id: SW114.id, field: 'posts', at: TUESDAY } as const;
    await hold(
      { ...journalEntry(aDraft('follow-up.done', { followUpId: followUp.id }), 1), state },
      { ...journalEntry(aDraft('conflict.settle', settle), 2), state },
    );
    expect(await decisions()).toMatchObject([
      { name: 'Ana Test', candidateId: ANA.id, vacancyId: null },
      { name: null, vacancyId: SW114.id },
    ]);
  });

  it('says why the other way is not open, instead of a key that does nothing', async () => {
    const { decisions, hold } = await ready({
      vacancy: { status: 'closed' },
      entry: { removed: true },
    });
    const add = aDraft('shortlist.add', ON);
    const state: JournalState = { is: 'refused', reason: 'This vacancy is closed.', at: TUESDAY };
    await hold({ ...journalEntry(add, 1), state });
    expect(await decisions()).toMatchObject([
      {
        other: null,
        blocked: 'This vacancy is closed.',
        sides: [],
        change: { kind: 'shortlist.add' },
      },
    ]);
  });

  it('tells who replaced a value, and offers to put theirs back', async () => {
    const { session, decisions, hold } = await ready({ vacancy: { hoursPerWeek: 37 } });
    const edit = aDraft('vacancy.edit', { vacancyId: SW114.id, fields: { hoursPerWeek: 37 } });
    const crossed: Conflict = {
      ...{ rule: 'DM4', kind: 'vacancy', id: SW114.id, field: 'hoursPerWeek' },
      ...{ yours: 37, theirs: 30, by: TOM, at: at('08:20') },
    };
    const acked = { epoch: 'e1', seq: 1, at: TUESDAY, atMs: 0 };
    await hold({ ...journalEntry(edit, 1), state: { is: 'told', ...acked, conflicts: [crossed] } });
    expect(await decisions()).toMatchObject([
      {
        is: 'told',
        sides: [{ mine: 37, theirs: 30, now: 37 }],
        other: { is: 'theirs-back', drafts: [{ args: { fields: { hoursPerWeek: 30 } } }] },
      },
    ]);
    // It is sent: nothing of it counts as waiting.
    expect(await session.queries['store.read']({})).toMatchObject({ pending: [] });
  });
});

describe('the tag "Two edits"', () => {
  async function tags({ session }: Awaited<ReturnType<typeof ready>>) {
    const found = await session.queries['find.run']({ query: EVERYBODY, first: 5 });
    const list = await session.queries['vacancy.read']({ id: SW114.id });
    const view = await session.queries['person.read']({ id: ANA.id });
    const [vacancy] = await session.queries['vacancies.read']({});
    const cards = [found.rows[0], list?.people[0]?.card, view.is === 'held' ? view.card : null];
    return { person: cards.map((card) => card?.twoEdits), vacancy: vacancy?.twoEdits };
  }

  it('is on every row of a person whose stage two people wanted, until it is settled', async () => {
    const parts = await ready();
    await parts.hold(refusedMove());
    const id = anId(0x9033);
    expect(await tags(parts)).toEqual({ person: [id, id, id], vacancy: null });
    await parts.hold();
    expect(await tags(parts)).toEqual({ person: [null, null, null], vacancy: null });
  });

  it('is on a vacancy whose own value was crossed, and on nobody of its list', async () => {
    const parts = await ready({ vacancy: { hoursPerWeek: 37 } });
    const edit = aDraft('vacancy.edit', { vacancyId: SW114.id, fields: { hoursPerWeek: 37 } });
    const crossed: Conflict = {
      ...{ rule: 'DM4', kind: 'vacancy', id: SW114.id, field: 'hoursPerWeek' },
      ...{ yours: 37, theirs: 30, by: TOM, at: at('08:20') },
    };
    const acked = { epoch: 'e1', seq: 1, at: TUESDAY, atMs: 0 };
    const entry = journalEntry(edit, 1);
    await parts.hold({ ...entry, state: { is: 'told', ...acked, conflicts: [crossed] } });
    expect(await tags(parts)).toEqual({ person: [null, null, null], vacancy: entry.id });
  });

  it('is not on what was only refused: there is no second value', async () => {
    const parts = await ready();
    await parts.hold(refusedMove([]));
    expect(await tags(parts)).toEqual({ person: [null, null, null], vacancy: null });
  });
});

describe('a value of mine that a colleague has replaced', () => {
  const changes = (me: Actor): NonNullable<Vacancy['changes']> => [
    { field: 'hoursPerWeek', from: null, to: 30, by: me, at: at('08:10'), after: 1 },
    {
      ...{ field: 'hoursPerWeek', from: 30, to: 37, by: TOM, at: at('08:20'), after: 2 },
      over: { by: me, at: at('08:10') },
    },
  ];

  async function readyLost() {
    const parts = await ready();
    const vacancy = aVacancy({ hoursPerWeek: 37, changes: changes(parts.me) });
    const bytes = page(COUNCIL, [row('vacancy', 7, vacancy)], { after: 6 });
    await parts.session.calls.page({ bytes, snapshot: 'first' });
    return parts;
  }

  it('is told from the record itself, on every laptop of mine', async () => {
    const { decisions } = await readyLost();
    expect(await decisions()).toMatchObject([
      {
        is: 'lost',
        vacancy: 'SW-114 Duty team, Hythe',
        at: at('08:10'),
        sides: [{ mine: 30, theirs: 37, now: 37, by: TOM, at: at('08:20') }],
        other: { drafts: [{ kind: 'vacancy.edit', args: { fields: { hoursPerWeek: 30 } } }] },
        settle: {
          draft: { kind: 'conflict.settle', args: { field: 'hoursPerWeek', at: at('08:20') } },
        },
      },
    ]);
  });

  it('goes at once when it is settled, and when it is made again', async () => {
    for (const how of ['settle', 'other'] as const) {
      const { session, decisions } = await readyLost();
      const [decision] = await decisions();
      if (!decision || !('draft' in decision.settle)) throw new Error('nothing was lost');
      const drafts = how === 'settle' ? [decision.settle.draft] : decision.other?.drafts;
      expect(await session.queries.command({ drafts: drafts ?? [] })).toMatchObject({ ok: true });
      expect(await decisions()).toEqual([]);
    }
  });

  it('tells of a follow-up that was done before my new day was seen', async () => {
    const { session, decisions, me: mine } = await ready();
    const followUp: FollowUp = {
      ...{ id: anId(0x6001), candidateId: ANA.id, what: 'Ring', dueOn: '2026-06-12' as IsoDate },
      ...{ promise: false, owner: mine, createdAt: at('07:00') },
      done: { at: at('08:20'), by: TOM },
      changes: [
        {
          field: 'dueOn',
          from: '2026-06-10',
          to: '2026-06-12',
          by: mine,
          at: at('08:10'),
          after: 1,
        },
        {
          ...{ field: 'done', from: false, to: true, by: TOM, at: at('08:20'), after: 2 },
          over: { by: mine, at: at('08:10') },
        },
      ],
    };
    const bytes = page(COUNCIL, [row('follow-up', 8, followUp)], { after: 5 });
    await session.calls.page({ bytes, snapshot: 'none' });
    expect(await decisions()).toMatchObject([
      {
        name: 'Ana Test',
        sides: [{ field: 'dueOn', mine: '2026-06-12', theirField: 'done', theirs: true, by: TOM }],
        other: { drafts: [{ kind: 'follow-up.reopen' }] },
      },
    ]);
  });
});

describe('undo of what is sent', () => {
  it('comes with the save: a change of its own that says so', async () => {
    const { session } = await ready();
    const done = await session.queries.command({
      drafts: [{ kind: 'shortlist.move', args: { ...ON, to: 'interested' } }],
    });
    if (!done.ok) throw new Error(done.error.message);
    const [back] = done.value.reverse;
    expect(back).toMatchObject({ kind: 'shortlist.move', args: { to: 'contacted', undone: true } });
    await session.queries.command({ drafts: [back as CommandDraft] });
    const view = await session.queries['person.read']({ id: ANA.id });
    if (view.is !== 'held') throw new Error('Ana is gone');
    expect(view.timeline.map(({ title }) => title)).toContain('Undone: Contacted for SW-114');
    const { pending } = await session.queries['store.read']({});
    expect(pending.map(({ words }) => words)).toEqual([
      'Ana Test moved to Interested for SW-114',
      'Undone: Ana Test moved to Contacted for SW-114',
    ]);
  });
});
