import { expect, test } from 'vitest';
import type { IsoInstant } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import { buildState, type EngineState } from '#core/sync/state.ts';
import { describeWord } from '#core/sync/status.ts';

const AT = '2026-06-09T08:00:00.000Z' as IsoInstant;
type Kind = 'work' | 'sent' | 'refused' | 'hole';

function entry(kind: Kind, n: number): JournalEntry {
  const state =
    kind === 'sent'
      ? { is: 'sent', epoch: 'e', seq: 1, at: AT }
      : kind === 'refused'
        ? { is: 'refused', reason: 'No.', at: AT }
        : { is: 'waiting', tries: 0 };
  const mutation = { kind: kind === 'hole' ? 'noop' : 'contact.log', at: AT };
  return { id: `id-${n}`, n, mutation, state } as unknown as JournalEntry;
}

const MODES: readonly EngineState['mode'][] = [
  { is: 'signed-out' },
  { is: 'asleep' },
  { is: 'hello' },
  { is: 'first-sync', people: 1, of: 2 },
  { is: 'catching-up', stream: 'pool', to: null } as EngineState['mode'],
  { is: 'live', asking: false },
  { is: 'waiting', untilMs: 0, why: 'NET_UNREACHABLE' },
  { is: 'parked', why: 'AUTH_SIGN_IN_AGAIN' },
  { is: 'parked', why: 'SYNC_UPGRADE_REQUIRED' },
  { is: 'parked', why: 'AUTH_NOT_ALLOWED' },
];
const LANES: readonly EngineState['push'][] = [
  { is: 'idle' },
  { is: 'in-flight', ids: [], first: { n: 1, isHole: false }, count: 1 },
  { is: 'waiting', untilMs: 0, why: 'NET_BUSY' },
  { is: 'parked', why: 'SYNC_PROGRAMME_CLOSED' },
];
const KINDS: readonly Kind[] = ['work', 'sent', 'refused', 'hole'];
/** Every set of kinds of entry: what a journal may hold. */
const JOURNALS = Array.from({ length: 2 ** KINDS.length }, (_, set) =>
  KINDS.filter((_kind, bit) => set & (1 << bit)),
);

function* everyState() {
  for (const mode of MODES)
    for (const push of LANES)
      for (const kinds of JOURNALS)
        for (const unreachable of [0, 1, 2, 9]) {
          const journal = kinds.map((kind, index) => entry(kind, index + 1));
          yield { state: { ...buildState(journal, AT), mode, push, unreachable }, kinds };
        }
}

test('SY40 in every state the header says one of six, and never more than is so', () => {
  const seen = new Map<string, number>();
  for (const { state, kinds } of everyState()) {
    const word = describeWord(state);
    const about = JSON.stringify({ mode: state.mode, push: state.push.is, kinds, word });
    seen.set(word.is, (seen.get(word.is) ?? 0) + 1);
    const hasWork = kinds.includes('work');
    const isStopped = state.mode.is === 'parked';
    // "All sent" only with nothing waiting, nothing refused, nothing stopped, and a network.
    if (word.is === 'all-sent') {
      expect(hasWork || kinds.includes('refused') || isStopped, about).toBe(false);
      expect(state.unreachable, about).toBeLessThan(2);
    }
    if (word.is === 'sending') expect(hasWork && state.push.is === 'in-flight', about).toBe(true);
    if (word.is === 'not-sent') expect(hasWork, about).toBe(true);
    if (word.is === 'needs-decision') expect(kinds.includes('refused'), about).toBe(true);
    if (word.is === 'offline') expect(state.unreachable, about).toBeGreaterThanOrEqual(2);
    if (isStopped) expect(word.is, about).toBe('cannot-send');
    if ('notSent' in word) expect(word.notSent, about).toBe(hasWork ? 1 : 0);
  }
  expect([...seen.keys()].toSorted()).toEqual(
    ['all-sent', 'cannot-send', 'needs-decision', 'not-sent', 'offline', 'sending'].toSorted(),
  );
});
