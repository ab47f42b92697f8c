import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchOpening } from '#renderer/worker/watch-opening.ts';
import { aCandidate } from '#test/builders/records.ts';
import { aLaptop, aSession, fill, opening, person } from './centre.ts';
import { nameOf } from './disk-keys.ts';
import { openRaw } from './raw-database.ts';

const tickForSeconds = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

/** Only the ticks are ours: IndexedDB and Dexie take the time they take. */
function holdTicks(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
}

afterEach(() => void vi.useRealTimers());

describe('the watch over an opening', () => {
  it('speaks once, when nothing was heard for 45 seconds', () => {
    holdTicks();
    const onStuck = vi.fn();
    const watch = watchOpening(onStuck);
    tickForSeconds(44);
    watch.heard();
    tickForSeconds(44);
    expect(onStuck).not.toHaveBeenCalled();
    tickForSeconds(100);
    expect(onStuck).toHaveBeenCalledOnce();
  });

  it('is over with the opening', () => {
    holdTicks();
    const onStuck = vi.fn();
    const watch = watchOpening(onStuck);
    watch.stop();
    tickForSeconds(100);
    expect(onStuck).not.toHaveBeenCalled();
  });
});

describe('an opening whose disk does not answer', () => {
  it('is told, unlike one that goes well', async () => {
    const laptop = aLaptop();
    const before = aSession();
    await before.calls.open(opening(laptop));
    await fill(before, [aCandidate({ id: person(1) }), aCandidate({ id: person(2) })]);
    await before.calls.lock({});

    const raw = await openRaw(nameOf(laptop));
    const letGo = raw.hold('bucketKey');
    holdTicks();
    const session = aSession();
    const opened = session.calls.open(opening(laptop));
    tickForSeconds(40);
    // Whatever can be read has been by then, and each answer was heard.
    await new Promise((resolve) => setTimeout(resolve, 300));
    tickForSeconds(44);
    expect(session.stuck()).toBe(0);
    tickForSeconds(1);
    expect(session.stuck()).toBe(1);

    letGo();
    expect(await opened).toMatchObject({ people: 2, rebuilt: null });
    raw.close();
    tickForSeconds(100);
    expect(session.stuck()).toBe(1);
    await session.calls.lock({});
  });
});
