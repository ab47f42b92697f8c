import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import type { Decision, Side } from '#contract/decision.ts';
import { fail } from '#contract/errors.ts';
import { App } from '#renderer/app/app.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow, TODAY } from '#test/builders/made-up-window.ts';
import { anId, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../../draw.tsx';

const MOVED = TODAY.decisions[0] as Decision;
const NOTE: Decision = {
  ...MOVED,
  ...{ id: anId(0x202), words: 'Contact with Bo Hart: left a message', name: 'Bo Hart' },
  ...{ candidateId: anId<CandidateId>(5), vacancyId: null, vacancy: null },
  ...{ sides: [], reason: 'The programme is closed.', settle: { entry: anId<RecordId>(0x202) } },
  change: {
    kind: 'contact.log',
    args: {
      ...{ id: anId<RecordId>(0x300), candidateId: anId<CandidateId>(5), at: TUESDAY },
      ...{ channel: 'phone', direction: 'out', outcome: 'voicemail_left', note: 'Ring on Friday' },
    },
  },
};

/** Sync and records with these to decide; what is settled is gone, as the worker would say. */
async function openSync(
  given: readonly Decision[],
  over: Parameters<typeof madeUpWindow>[0] = {},
  query: Readonly<Record<string, string>> = {},
) {
  await page.viewport(1280, 800);
  let decisions = given;
  const made = madeUpWindow({
    ...over,
    answers: {
      'store.read': () => ({
        ...{
          people: 41,
          peopleAsAt: TUESDAY,
          pending: [],
          marksNotSent: 0,
          decisions,
          setAside: 0,
          indexBytes: 0,
        },
        streams: [],
      }),
    },
  });
  const settled = (...ids: readonly string[]) => {
    decisions = decisions.filter(({ id }) => !ids.includes(id));
    made.tell('work');
  };
  draw(made.sources, <App />);
  go(addressOf('/sync', query));
  await expect.element(page.getByRole('heading', { level: 1, name: /decision$/ })).toBeVisible();
  return { made, settled };
}

const card = (name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a card says both values, who, when, which is in force, and why', async () => {
  await openSync([MOVED]);
  const words = card('Dev Shah').element().textContent ?? '';
  for (const said of ['You', 'Interviewed', 'Not taken, kept here', 'Tom Adeyemi', 'Contacted']) {
    expect(words).toContain(said);
  }
  expect(words).toContain('9 June 2026 at 8:40am');
  expect(words).toContain('In force now');
  expect(words).toContain('A move counts only on the stage it was made from');
});

test('A keeps theirs with one key, says so, goes on to the next, and can be undone', async () => {
  const { made, settled } = await openSync([MOVED, NOTE]);
  // Without a card in focus the key only gives one the focus: nothing is settled by accident.
  await userEvent.keyboard('a');
  expect(made.letGo).toEqual([]);
  await userEvent.keyboard('a');
  expect(made.letGo).toEqual([MOVED.id]);
  await expect.element(page.getByText('Kept theirs for Dev Shah: Contacted')).toBeVisible();
  settled(MOVED.id);
  await expect
    .poll(() => document.activeElement?.closest('[data-card]')?.textContent)
    .toContain('Bo Hart');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(made.requests).toContain('journal.put-back');
  await expect.element(page.getByText('Back for you to decide: Dev Shah')).toBeVisible();
});

test('R makes mine again on what stands now, and the refused one leaves with it', async () => {
  const { made } = await openSync([MOVED]);
  await userEvent.keyboard('rr');
  await expect.element(page.getByText('Made again for Dev Shah: Interviewed')).toBeVisible();
  expect(made.commands).toMatchObject([{ kind: 'shortlist.move', args: { to: 'interviewed' } }]);
  expect(made.instead).toEqual([MOVED.id]);
});

test('what cannot be made again stays, and says why', async () => {
  await openSync([MOVED], { onCommand: () => fail('RULE_REFUSED', 'This vacancy is closed.') });
  await userEvent.keyboard('rr');
  await expect.element(page.getByText('This vacancy is closed.')).toBeVisible();
  await expect.element(card('Dev Shah').getByText('Not taken, kept here')).toBeVisible();
});

test('Discard asks once, says which words go, and nothing goes when one thinks again', async () => {
  const { made } = await openSync([NOTE]);
  await userEvent.keyboard('dd');
  const asked = page.getByRole('alertdialog');
  await expect.element(asked.getByText('Ring on Friday')).toBeVisible();
  await asked.getByRole('button', { name: 'Keep it' }).click();
  expect(made.letGo).toEqual([]);
  await card('Bo Hart')
    .getByRole('button', { name: /^Discard/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  expect(made.letGo).toEqual([NOTE.id]);
  await expect.element(page.getByText(/^Discarded: Contact with Bo Hart/)).toBeVisible();
});

test('E opens the form filled with what was refused; saving it puts it in the place of it', async () => {
  const { made } = await openSync([NOTE]);
  await userEvent.keyboard('ee');
  const form = page.getByRole('form', { name: 'Log a contact with Bo Hart' });
  await expect.element(form.getByLabelText(/Note/)).toHaveValue('Ring on Friday');
  await expect.element(form.getByRole('radio', { checked: true })).toBeVisible();
  await form.getByLabelText(/Note/).fill('Ring on Monday');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(() => made.commands)
    .toMatchObject([
      { kind: 'contact.log', args: { id: anId(0x300), at: TUESDAY, note: 'Ring on Monday' } },
    ]);
  expect(made.instead).toEqual([NOTE.id]);
});

test('E on a refused move asks for stage and reason, as they were wanted', async () => {
  const { made } = await openSync([MOVED]);
  await userEvent.keyboard('ee');
  await page
    .getByRole('dialog')
    .getByLabelText(/Reason/)
    .fill('Met on Friday');
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  await expect
    .poll(() => made.commands)
    .toMatchObject([
      { kind: 'shortlist.move', args: { to: 'interviewed', reason: 'Met on Friday' } },
    ]);
  expect(made.instead).toEqual([MOVED.id]);
});

test('against a closed vacancy stands what I did, to be sent again or dropped: there is nothing of theirs to keep', async () => {
  const closed = { rule: 'DM5', kind: 'vacancy', field: 'status', theirField: 'status' };
  const [side] = MOVED.sides;
  const added: Decision = {
    ...MOVED,
    words: 'Dev Shah added to the shortlist for SW-114',
    reason: 'This vacancy is closed.',
    change: {
      kind: 'shortlist.add',
      args: { vacancyId: anId<RecordId>(0xb1), candidateId: anId<CandidateId>(4) },
    },
    // Open again by now: what I wanted has not come true with that.
    sides: [{ ...(side as Side), ...closed, mine: 'open', theirs: 'closed', now: 'open' }],
  };
  const { made } = await openSync([added]);
  const words = card('Dev Shah').element().textContent ?? '';
  expect(words).toContain('Added to the shortlist for SW-114');
  expect(words).toContain('Closed');
  expect(words).not.toContain('In force now');
  await expect
    .element(card('Dev Shah').getByRole('button', { name: /^Keep/ }))
    .not.toBeInTheDocument();
  await userEvent.keyboard('dd');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  expect(made.letGo).toEqual([MOVED.id]);
});

test('a long list is folded, and says how many and how old', async () => {
  const many = Array.from({ length: 14 }, (_, n) => ({ ...MOVED, id: anId<RecordId>(0x400 + n) }));
  await openSync(many);
  await expect.element(page.getByText(/^14. The oldest: /)).toBeVisible();
  expect(document.querySelectorAll('[data-card]')).toHaveLength(10);
  await page.getByRole('button', { name: 'Show all 14' }).click();
  expect(document.querySelectorAll('[data-card]')).toHaveLength(14);
});

test('an address leads to one card: unfolded, in view, its heading focused', async () => {
  const many = Array.from({ length: 14 }, (_, n) => ({ ...MOVED, id: `record stage ${n}` }));
  await openSync(many, {}, { card: 'record stage 12' });
  const focused = () => document.activeElement?.closest('[data-card]');
  await expect.poll(() => focused()?.getAttribute('data-card')).toBe('record stage 12');
  expect(document.activeElement?.tagName).toBe('H3');
  const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(window.innerHeight);
  // Folded again, it stays so: it was asked for once.
  await page.getByRole('button', { name: 'Show 10' }).click();
  expect(document.querySelectorAll('[data-card]')).toHaveLength(10);
});

test('an address of what is settled by now leaves the focus on the heading', async () => {
  await openSync([MOVED], {}, { card: 'gone' });
  await expect.poll(() => document.activeElement?.tagName).toBe('H1');
});

test('the header says how many need a decision, also those only the records tell of', async () => {
  await openSync([MOVED, { ...MOVED, id: 'vacancy hours', is: 'lost' }]);
  await expect.element(page.getByRole('link', { name: '2 need a decision' })).toBeVisible();
});

test('what was saved last never covers the button of the panel', async () => {
  await openSync([MOVED, NOTE]);
  await userEvent.keyboard('yy');
  const toast = page.getByText(/^Copied|^It could not be copied/);
  await expect.element(toast).toBeVisible();
  await card('Bo Hart').getByRole('button', { name: /^Edit/ }).click();
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect.element(save).toBeVisible();
  const button = save.element().getBoundingClientRect();
  const said = toast.element().getBoundingClientRect();
  const isApart = said.right <= button.left || said.bottom <= button.top;
  expect(isApart).toBe(true);
});

test('a refused note is on its card, with the reason as the centre said it', async () => {
  const reason = 'The central service has another version of this change already.';
  await openSync([{ ...NOTE, reason }]);
  const card = page.getByRole('main').getByRole('listitem').first();
  await expect.element(card.getByText('Ring on Friday', { exact: true })).toBeVisible();
  await expect.element(card.getByText(/has another version of this change already/)).toBeVisible();
});
