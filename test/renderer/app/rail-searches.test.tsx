import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { SavedSearchView } from '#contract/queries.ts';
import { RailSearches } from '#renderer/app/rail-searches.tsx';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { anId, TOM, TUESDAY } from '#test/builders/records.ts';
import { draw } from '../draw.tsx';

const aView = (n: number, name: string, over: Partial<SavedSearchView>): SavedSearchView => {
  const id = anId<RecordId>(0x500 + n);
  const record = { id, name, query: EVERYBODY, shared: true, by: TOM, at: TUESDAY };
  return {
    ...{ search: { record, seq: 1, notSentYet: false }, query: EVERYBODY, base: null },
    ...{ isBroken: false, isMine: false, total: 0, fresh: 0, lookedAt: null, ...over },
  };
};

test('[Q43] a search is said to find nobody only where it was counted', async () => {
  const searches = [
    aView(1, 'AMHPs', { total: 1200, fresh: 3 }),
    aView(2, 'Nobody yet', { total: 0 }),
    aView(3, 'Welsh speakers', { total: null }),
  ];
  const answers = { 'searches.read': () => ({ searches, asAt: null }) };
  draw(madeUpWindow({ answers }).sources, <RailSearches current={undefined} />);
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  await expect.element(link(/^AMHPs\s*1,200\s*new \+3$/)).toBeVisible();
  await expect.element(link(/^Nobody yet\s*0$/)).toBeVisible();
  await expect.element(link(/^Welsh speakers\s*not counted until you open it$/)).toBeVisible();
});
