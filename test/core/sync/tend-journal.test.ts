import { expect, test } from 'vitest';
import type { JournalEntry } from '#contract/journal.ts';
import { buildState, type EngineState } from '#core/sync/state.ts';
import { tendJournal } from '#core/sync/tend-journal.ts';
import { at, entry, ID, KENT, NOW, place, SESSIONS } from './support/states.ts';

const sent = (n: number, epoch = 'e'): JournalEntry =>
  entry({ is: 'sent', epoch, seq: 3, at: NOW }, n);

function tended(over: Partial<EngineState>) {
  const state: EngineState = {
    ...{ ...buildState([], null), ...SESSIONS[1] },
    ...{ replica: { is: 'open', streams: [KENT] }, ...over },
  };
  return tendJournal(state, at).state;
}

const kept = (n: number, epoch?: string) => [{ entry: sent(n, epoch), atMs: 0 }];

test('[SY51] what the centre took is kept behind the list once its echo is on the disk', () => {
  expect(tended({ journal: [sent(1)] })).toMatchObject({
    journal: [],
    kept: [{ entry: { n: 1 } }],
  });
  const short = { [KENT]: { ...place, cursor: { stream: KENT, epoch: 'e', seq: 2 } } };
  expect(tended({ journal: [sent(1)], places: short }).kept).toEqual([]);
  expect(tended({ journal: [sent(1)], notices: ['STORE_NOT_KEPT'] }).kept).toEqual([]);
});

test('[SY52] within one history only the numbers the centre lacks are offered again', () => {
  expect(tended({ kept: kept(5), lostAfterN: 5 }).journal).toEqual([]);
  expect(tended({ kept: kept(6), lostAfterN: 5 }).journal).toMatchObject([
    { id: ID, n: 6, state: { is: 'waiting' } },
  ]);
});

test('[SY52] of another history all is offered again: a late copy may have used its number', () => {
  for (const lostAfterN of [null, 4, 5, 9]) {
    const { journal } = tended({ kept: kept(5, 'before'), lostAfterN });
    expect(journal).toMatchObject([{ id: ID, n: 5, state: { is: 'waiting' } }]);
  }
  expect(tended({ journal: [sent(5, 'before')], lostAfterN: 9 }).journal).toMatchObject([
    { n: 5, state: { is: 'waiting' } },
  ]);
});
