import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { guardClose } from '#main/close-guard.ts';

/** A window that closes as Electron's does: everybody who listens may keep it open. */
function aWindow(lost: number, answers: readonly boolean[]) {
  const asked: number[] = [];
  const emitter = new EventEmitter();
  const made = { lost, isClosed: false, asked };
  const close = () => {
    let isPrevented = false;
    emitter.emit('close', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) made.isClosed = true;
  };
  const on = emitter.on.bind(emitter) as never;
  guardClose(
    { on, close, isDestroyed: () => made.isClosed },
    {
      countLost: () => made.lost,
      ask: async (count) => answers[asked.push(count) - 1] ?? false,
    },
  );
  return Object.assign(made, { close });
}

test('S6 a window that holds the only copy of work closes when the recruiter chose that', async () => {
  const window = aWindow(2, [false, true]);
  window.close();
  await vi.waitFor(() => expect(window.asked).toEqual([2]));
  await Promise.resolve();
  expect(window.isClosed).toBe(false);
  window.close();
  await vi.waitFor(() => expect(window.isClosed).toBe(true));
  expect(window.asked).toEqual([2, 2]);
});

test('closing twice asks once', () => {
  const window = aWindow(1, [false]);
  window.close();
  window.close();
  expect(window.asked).toEqual([1]);
});

test('with nothing to lose nobody is asked', () => {
  const window = aWindow(0, []);
  window.close();
  expect(window).toMatchObject({ isClosed: true, asked: [] });
});
