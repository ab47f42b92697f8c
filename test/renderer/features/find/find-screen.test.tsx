import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '#renderer/app/app.tsx';
import { findStore } from '#renderer/features/find/find-store.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

beforeEach(() => page.viewport(1280, 800));

async function openFind(people: number) {
  const made = madeUpWindow({ people });
  draw(made.sources, <App />);
  go(addressOf('/find', { text: '' }));
  const grid = page.getByRole('grid', { name: 'People found' });
  await expect.element(grid).toHaveAttribute('aria-rowcount', String(people + 1));
  return made;
}
const activeRow = () => document.activeElement?.getAttribute('aria-rowindex');

test('105,000 people are a list of any length, but only what is seen is drawn', async () => {
  await openFind(105_000);
  expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60);
  await userEvent.keyboard('/{ArrowDown}{End}');
  await expect.poll(activeRow).toBe('105001');
  // The row is read after it is drawn: the focus must not fall out meanwhile.
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/miles/);
  await userEvent.keyboard('{ArrowUp}');
  await expect.poll(activeRow).toBe('105000');
  await userEvent.keyboard('{Home}');
  await expect.poll(activeRow).toBe('2');
});

test('the row with the focus keeps it when the list is scrolled away, and arrows go on from there', async () => {
  await openFind(105_000);
  await userEvent.keyboard('/{ArrowDown}{ArrowDown}');
  await expect.poll(activeRow).toBe('3');
  const list = document.querySelector('[data-row]')?.closest('[role="grid"]')?.parentElement;
  const row = document.activeElement;
  const inView = () => document.querySelector('[data-row="30000"]');
  for (const top of [30_000 * 32, 60_000 * 32, 30_000 * 32]) list?.scrollTo({ top });
  await expect.poll(inView).not.toBeNull();
  expect(document.activeElement).toBe(row);
  expect(activeRow()).toBe('3');
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(activeRow).toBe('4');
  await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('2');
  await expect.poll(() => list?.scrollTop).toBeLessThan(100);
});

test('coming back from a person lands on their row', async () => {
  await openFind(2000);
  await userEvent.keyboard('/{ArrowDown}jjj{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Priya Nair' })).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.poll(activeRow).toBe('5');
});

test('each letter asks at once, and the count is said once it stands still', async () => {
  await openFind(41);
  const spoken: string[] = [];
  const region = document.querySelector('p[role="status"]');
  const watcher = new MutationObserver(() => spoken.push(region?.textContent ?? ''));
  if (region) watcher.observe(region, { childList: true, characterData: true, subtree: true });
  await userEvent.keyboard('/amhp');
  await expect.element(page.getByText('8 people', { exact: true }).first()).toBeVisible();
  await expect.poll(() => spoken).toEqual(['8 people']);
  watcher.disconnect();
});

test('nobody is answered with what to drop, not with an empty page', async () => {
  await openFind(41);
  await userEvent.keyboard('/nobody');
  await expect.element(page.getByText('No one matches all of these')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '+41 without nobody' })).toBeVisible();
  await userEvent.keyboard('{Alt>}1{/Alt}');
  await expect.element(page.getByRole('grid', { name: 'People found' })).toBeVisible();
});

test('a chosen filter is a chip, and its removal takes it back', async () => {
  await openFind(41);
  await page.getByRole('checkbox', { name: 'Now 29' }).click();
  await page.getByRole('button', { name: 'Remove filter: Ready now' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Now 29' })).not.toBeChecked();
});

test('[Q41] distances are measured from a second place too, and no longer', async () => {
  await openFind(41);
  await page.getByRole('button', { name: 'Near Kent' }).click();
  await page.getByRole('combobox', { name: 'Or from another place' }).fill('ct2');
  const offered = () => document.querySelector('#find-other-places option');
  await expect.poll(offered).not.toBeNull();
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => findStore.getState().query.near?.others?.[0]?.label).toBe('CT21');
  const chip = page.getByRole('button', { name: /^Remove filter: .*20 miles of Kent or CT21$/ });
  await expect.element(chip).toBeVisible();
  await page.getByRole('button', { name: 'Not from CT21' }).click();
  expect(findStore.getState().query.near).not.toHaveProperty('others');
});

test('a chip counts as must, can or must not, by its menu, and Delete takes it back', async () => {
  await openFind(41);
  await page.getByRole('checkbox', { name: 'Registered 38' }).click();
  await page.getByRole('button', { name: /^Must be registered: change/ }).click();
  await page.getByRole('menuitemradio', { name: 'Must not have it' }).click();
  const not = page.getByRole('button', { name: /^Must not be registered: change/ });
  await expect.element(not).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: 'Registered 38' })).not.toBeChecked();
  expect(findStore.getState().query.mustNot).toEqual({ register: ['registered'] });
  not.element().focus();
  await userEvent.keyboard('{Delete}');
  await expect.element(not).not.toBeInTheDocument();
  expect(findStore.getState().query).not.toHaveProperty('mustNot');
});

test('a row that two people edited says so, and its tag leads to where it is settled', async () => {
  await openFind(41);
  const row = page.getByRole('row', { name: /, two edits$/ });
  await row.getByRole('link', { name: /^Two edits: / }).click();
  await expect.poll(() => window.location.hash).toBe(addressOf('/sync', { card: 'record stage' }));
});

test('what is searched beside a term is one chip, which opens to words to tick', async () => {
  await openFind(41);
  await userEvent.keyboard('/amhp');
  const chips = page.getByRole('list', { name: 'Filters in force' }).getByRole('listitem');
  await expect.poll(() => chips.elements().length).toBe(1);
  await page.getByRole('button', { name: /^AMHP \+2 more words: / }).click();
  await page.getByRole('menuitemcheckbox', { name: 'MHA assessments' }).click();
  await userEvent.keyboard('{Escape}');
  expect(findStore.getState().query.notAlso).toEqual(['MHA assessments']);
  await page.getByRole('button', { name: 'Remove filter: AMHP +1 of 2 more words' }).click();
  await expect.poll(() => findStore.getState().query.notAlso?.length).toBe(2);
  await page.getByRole('button', { name: 'Remove filter: AMHP only as written' }).click();
  await expect.poll(() => findStore.getState().query).not.toHaveProperty('notAlso');
});

test('the words asked for are marked in the row and beside it, and heard as they are', async () => {
  await openFind(41);
  await userEvent.keyboard('/nair');
  const marks = () =>
    [...document.querySelectorAll('[data-row] mark')].map((each) => each.textContent);
  await expect.poll(marks).toContain('Nair');
  await expect.element(page.getByRole('row', { name: /^Priya Nair, / }).first()).toBeVisible();
});

test('Escape on a row closes the peek and keeps the row, and then leads to the box', async () => {
  await openFind(41);
  findStore.setState({ isPeeking: true });
  const peek = () => document.querySelector('[data-pane="peek"]');
  await expect.poll(peek).not.toBeNull();
  await userEvent.keyboard('/{ArrowDown}{ArrowDown}{Escape}');
  await expect.poll(peek).toBeNull();
  expect(activeRow()).toBe('3');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
});

test('a row says how far somebody lives and how far they would go, and cuts no name for it', async () => {
  await openFind(41);
  const row = page.getByRole('row', { name: /^Priya Nair, .* miles, will travel 15, / }).first();
  await expect.poll(() => row.element().textContent).toMatch(/\d mi, will travel 15/);
  await page.viewport(320, 640);
  const name = row.element().querySelector('a')?.parentElement as HTMLElement;
  await expect.poll(() => name.scrollWidth <= name.clientWidth).toBe(true);
});

test('the order is said in words: heard beside its menu, and seen in it', async () => {
  await openFind(41);
  const words = page.getByText('The longest unheard first.', { exact: true });
  await expect.poll(() => words.elements().length).toBe(1);
  await page.getByRole('button', { name: /^Order: / }).click();
  await expect
    .poll(() => words.elements().some((each) => each.closest('[data-trigger]')))
    .toBe(true);
});
