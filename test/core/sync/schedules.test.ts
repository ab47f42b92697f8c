import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNCIL, type Fault } from './support/fake-centre.ts';
import { personId, setUp } from './support/set-up.ts';
import { seeded } from './support/world.ts';

const MINUTE = 60_000;

const FAULTS: readonly (Fault | null)[] = [
  { is: 'offline' },
  { is: 'reply-lost' },
  { is: 'twice' },
  { is: 'late', ms: 40_000 },
  { is: 'portal' },
  { is: 'cut-off' },
  { is: 'problem', status: 500, code: 'fault' },
  { is: 'problem', status: 503, code: 'unavailable', retryAfter: 3 },
  { is: 'problem', status: 429, code: 'too-many-requests' },
  { is: 'problem', status: 410, code: 'cursor-expired' },
  { is: 'problem', status: 401, code: 'token-expired' },
];

type Happening =
  | { readonly is: 'save' | 'crash' | 'window-gone' | 'window-back' | 'sleep' | 'wake' }
  | { readonly is: 'sync-now' | 'sign-out-and-in' }
  | { readonly is: 'pass'; readonly ms: number }
  | { readonly is: 'weather'; readonly rate: number; readonly seed: number }
  | { readonly is: 'change' | 'remove' | 'erase'; readonly who: number }
  | { readonly is: 'floor' }
  | { readonly is: 'nudge'; readonly back: number }
  | { readonly is: 'worker-fails'; readonly rate: number; readonly seed: number };

const simple = (is: 'save' | 'crash' | 'window-gone' | 'window-back' | 'sleep' | 'wake') =>
  fc.constant<Happening>({ is });
const seed = fc.integer({ min: 1, max: 1_000_000 });
const rate = fc.constantFrom(0, 0.2, 0.6, 1);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: simple('save') },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 40_000 }).map((ms): Happening => ({ is: 'pass', ms })),
  },
  { weight: 2, arbitrary: simple('crash') },
  simple('window-gone'),
  simple('window-back'),
  simple('sleep'),
  simple('wake'),
  fc.constantFrom<Happening>({ is: 'sync-now' }, { is: 'sign-out-and-in' }, { is: 'floor' }),
  fc.record({ is: fc.constant('weather'), rate, seed }),
  fc.record({ is: fc.constant('worker-fails'), rate, seed }),
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constantFrom('change', 'remove', 'erase'),
      who: fc.integer({ min: 1, max: 30 }),
    }),
  },
  fc.record({ is: fc.constant('nudge'), back: fc.integer({ min: 0, max: 3 }) }),
);

test('[SY50] any schedule of work, weather and crashes ends with the same state and each change once', async () => {
  await fc.assert(
    fc.asyncProperty(seed, fc.array(happening, { maxLength: 40 }), async (worldSeed, schedule) => {
      const { world, centre, laptop, expectSame, expectSentOnce } = setUp({ seed: worldSeed });
      const saved: string[] = [];
      const signal = (is: 'replica-up' | 'replica-down' | 'suspend' | 'resume' | 'sync-now') =>
        laptop.engine().signal(is);
      laptop.start();
      for (const now of schedule) {
        switch (now.is) {
          case 'save':
            saved.push(laptop.save());
            break;
          case 'pass':
            await world.pass(now.ms);
            break;
          case 'crash':
            laptop.crash();
            laptop.start();
            break;
          case 'window-gone':
            laptop.replica.isOpen = false;
            signal('replica-down');
            break;
          case 'window-back':
            signal('replica-up');
            break;
          case 'sleep':
            signal('suspend');
            break;
          case 'wake':
            signal('resume');
            break;
          case 'sync-now':
            signal('sync-now');
            break;
          case 'sign-out-and-in':
            laptop.engine().signal('signed-out');
            laptop.engine().signal('signed-in');
            break;
          case 'weather': {
            const draw = seeded(now.seed);
            centre.fault = () =>
              draw() < now.rate ? (FAULTS[Math.floor(draw() * FAULTS.length)] ?? null) : null;
            break;
          }
          case 'worker-fails': {
            const draw = seeded(now.seed);
            laptop.replica.fault = () => draw() < now.rate;
            break;
          }
          case 'change':
            centre.publish('pool', { kind: 'candidate', id: personId(now.who), op: 'u' });
            centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1000 + now.who), op: 'u' });
            break;
          case 'remove':
            centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1000 + now.who), op: 'd' });
            break;
          case 'erase':
            centre.publish('pool', { kind: 'candidate', id: personId(now.who), op: 'e' });
            break;
          case 'floor':
            centre.purgeTombstones(COUNCIL);
            centre.purgeTombstones('pool');
            break;
          case 'nudge': {
            const { epoch, head } = centre.stream(COUNCIL);
            const seq = Math.max(0, head - now.back);
            laptop.nudge({ grantsRev: 1, heads: { [COUNCIL]: { epoch, seq } } });
            break;
          }
        }
        const waiting = laptop.journal.list().filter(({ state }) => state.is === 'waiting');
        if (waiting.length > 0) expect(laptop.status().word.is).not.toBe('all-sent');
      }
      centre.fault = () => null;
      laptop.replica.fault = () => false;
      // No hand from here on, but for the lid, the window and the sign-in: and an hour at most.
      signal('replica-up');
      signal('resume');
      await world.pass(90 * MINUTE);
      expectSentOnce(saved);
      expectSame();
    }),
    { numRuns: Number(process.env.SYNC_RUNS ?? 150) },
  );
});
