import { afterEach, describe, expect, it } from 'vitest';
import { type IsoInstant, PROGRAMME } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationArgs, MutationDraft } from '#contract/mutations.ts';
import type { Topic } from '#contract/queries.ts';
import { aCandidate, anId, aVacancy, ROSA } from '#test/builders/records.ts';
import { aLaptop, at, COUNCIL, cut, journalEntry, opening, page, person, row } from './centre.ts';
import { type FakeMain, startFakeMain } from './fake-main.ts';

const ANA = aCandidate({
  id: person(1),
  givenName: 'Ana',
  familyName: 'Test',
  lat: 51.28,
  lon: 0.52,
});
/** The worker here has the machine's own clock, so it happened just now. */
const CALL: MutationArgs['contact.log'] = {
  id: anId(0x7001),
  candidateId: ANA.id,
  at: new Date().toISOString() as IsoInstant,
  channel: 'phone',
  direction: 'out',
  outcome: 'spoke_interested',
  note: 'Can start in July',
};

let main: FakeMain;
let journal: JournalEntry[] = [];
afterEach(() => {
  main.client.stop();
  journal = [];
});

const write = async (drafts: readonly MutationDraft[]): Promise<Result<JournalEntry[]>> => {
  const entries = drafts.map((draft, index) => journalEntry(draft, journal.length + index + 1));
  journal.push(...entries);
  return ok(entries);
};

/** A worker over a real port that holds Ana and one vacancy. */
async function ready(append: typeof write = write): Promise<FakeMain> {
  main = startFakeMain(append);
  const laptop = aLaptop();
  await main.call('open', opening(laptop));
  const { manifest, buckets } = await cut([ANA]);
  await main.call('manifest', manifest);
  await main.call('buckets', { epoch: manifest.epoch, buckets });
  await main.call('buckets-done', { epoch: 'e1', upTo: 100 });
  const work = page(COUNCIL, [row('vacancy', 1, aVacancy())]);
  await main.call('page', { bytes: work, snapshot: 'first' });
  await main.call('caught-up', { at: at('08:31') });
  return main;
}

async function ana() {
  const view = await main.ask('person.read', { id: ANA.id });
  if (view.is !== 'held') throw new Error(`Ana is ${view.is}.`);
  return view;
}

describe('a command, over the real worker and its ports', () => {
  it('answers only after main has it on the disk, and then shows it as not sent yet', async () => {
    const disk = Promise.withResolvers<void>();
    await ready(async (drafts) => {
      await disk.promise;
      return write(drafts);
    });
    let isSaved = false;
    const saving = main.ask('command', { drafts: [{ kind: 'contact.log', args: CALL }] });
    void saving.then(() => {
      isSaved = true;
    });
    expect((await ana()).contacts).toEqual([]);
    expect(await main.ask('today.read', {})).toMatchObject({ unheard: { total: 1 } });
    expect(isSaved).toBe(false);
    disk.resolve();
    // The ids of the journal, so that Undo finds what it takes back.
    expect(await saving).toMatchObject(ok({ saved: journal.map(({ id }) => id) }));
    expect(journal).toHaveLength(1);
    const { contacts, card } = await ana();
    expect(contacts).toMatchObject([
      { record: { by: { name: ROSA.name }, note: CALL.note }, notSentYet: true },
    ]);
    expect(card).toMatchObject({ ours: 'spoken', unheardDays: null, notSentYet: true });
    const today = await main.ask('today.read', {});
    expect(today).toMatchObject({
      unheard: { total: 0 },
      doneToday: { contacts: 1, spoken: 1 },
      notSent: [{ words: 'Contact with Ana Test: interested' }],
    });
  });

  it('tells the page that its work changed', async () => {
    await ready();
    const told = new Set<Topic>();
    main.client.onChanged((topics) => {
      for (const topic of topics) told.add(topic);
    });
    await main.ask('command', { drafts: [{ kind: 'contact.log', args: CALL }] });
    await expect.poll(() => [...told]).toEqual(expect.arrayContaining(['work', 'people']));
  });

  it('says stream, entity and the sequence that the screen showed', async () => {
    await ready();
    const { id } = aVacancy();
    await main.ask('command', {
      drafts: [
        { kind: 'vacancy.edit', args: { vacancyId: id, fields: { posts: 5 } } },
        { kind: 'shortlist.add', args: { vacancyId: id, candidateId: ANA.id } },
        { kind: 'shortlist.move', args: { vacancyId: id, candidateId: ANA.id, to: 'contacted' } },
      ],
    });
    expect(journal.map(({ mutation: { kind, stream, base } }) => [kind, stream, base])).toEqual([
      ['vacancy.edit', COUNCIL, 1],
      ['shortlist.add', COUNCIL, 0],
      ['shortlist.move', COUNCIL, 0],
    ]);
    expect(journal[0]?.mutation.entity).toBe(id);
    const view = await main.ask('vacancy.read', { id });
    expect(view).toMatchObject({
      vacancy: { record: { posts: 5 }, notSentYet: true },
      people: [{ entry: { record: { stage: 'contacted' } }, card: { shortlistedFor: ['SW-114'] } }],
    });
  });

  it('shows a sent change until its echo is here, and then once, as confirmed', async () => {
    await ready();
    await main.ask('command', { drafts: [{ kind: 'contact.log', args: CALL }] });
    const sent = journal.map((entry) => ({
      ...entry,
      state: { is: 'sent' as const, epoch: 'e1', seq: 2, at: at('08:32') },
    }));
    await main.call('journal', { entries: sent });
    expect((await ana()).contacts).toMatchObject([{ seq: 0, notSentYet: false }]);
    const echo = row('contact', 2, { ...CALL, by: ROSA } as { readonly id: string });
    await main.call('page', { bytes: page(COUNCIL, [echo], { after: 1 }), snapshot: 'none' });
    expect((await ana()).contacts).toMatchObject([{ seq: 2, notSentYet: false }]);
    await main.call('journal', { entries: [] });
    expect((await ana()).contacts).toMatchObject([{ seq: 2, notSentYet: false }]);
  });

  it('refuses in plain words at once, and writes nothing of the whole command', async () => {
    await ready();
    await main.ask('command', {
      drafts: [{ kind: 'do-not-contact.set', args: { candidateId: ANA.id, reason: 'Said so' } }],
    });
    const refused = await main.ask('command', {
      drafts: [
        { kind: 'follow-up.set', args: followUp() },
        { kind: 'shortlist.add', args: { vacancyId: aVacancy().id, candidateId: ANA.id } },
      ],
    });
    expect(refused).toEqual(
      fail('RULE_REFUSED', 'This person has asked this council not to contact them.'),
    );
    expect(journal).toHaveLength(1);
    expect((await ana()).card.ours).toBe('do_not_contact');
  });

  it('does not write what is already so', async () => {
    await ready();
    const add = {
      kind: 'shortlist.add' as const,
      args: { vacancyId: aVacancy().id, candidateId: ANA.id },
    };
    await main.ask('command', { drafts: [add] });
    expect(await main.ask('command', { drafts: [add] })).toMatchObject({ ok: true });
    expect(journal).toHaveLength(1);
  });

  it('never shows as saved what the disk refused', async () => {
    await ready(async () => fail('SAVE_DISK_FULL', 'The disk is full.'));
    const result = await main.ask('command', { drafts: [{ kind: 'contact.log', args: CALL }] });
    expect(result).toEqual(fail('SAVE_DISK_FULL', 'The disk is full.'));
    expect((await ana()).contacts).toEqual([]);
  });

  it('lets nothing new be started once the programme is closed', async () => {
    await ready();
    const programme = {
      id: anId(0x42),
      name: 'Social Work Together',
      status: 'closed',
      opensOn: '2026-03-01',
      policy: {
        presenceDays: 21,
        unsuccessfulMonths: 6,
        auditYears: 6,
        staleDays: 1,
        readOnlyDays: 7,
        lockDays: 14,
        registerFreshDays: 30,
      },
    } as const;
    const bytes = page(PROGRAMME, [row('programme', 1, programme)]);
    await main.call('page', { bytes, snapshot: 'first' });
    const result = await main.ask('command', { drafts: [{ kind: 'contact.log', args: CALL }] });
    expect(result).toMatchObject({ ok: false, error: { code: 'RULE_REFUSED' } });
  });

  it('tells main why a call failed, and goes on', async () => {
    await ready();
    const bytes = new TextEncoder().encode('not a page');
    await expect(main.call('page', { bytes, snapshot: 'none' })).rejects.toMatchObject({
      code: 'SYNC_BAD_ANSWER',
    });
    expect((await main.ask('store.read', {})).people).toBe(1);
  });
});

function followUp(): MutationArgs['follow-up.set'] {
  return {
    id: anId(0x7200),
    candidateId: ANA.id,
    what: 'Ring again',
    dueOn: '2026-06-10' as MutationArgs['follow-up.set']['dueOn'],
    promise: false,
  };
}
