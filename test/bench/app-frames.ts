/** What runs in the application's page to take frames; each function stands alone. */

/** One frame: how long after the one before it, how long from its start until the page was free. */
export interface Frame {
  readonly ms: number;
  /** Keys pressed faster than they are drawn keep the page busy over several frames. */
  readonly workMs: number;
  /** Rows drawn without their person: they were still being read. */
  readonly blank: number;
}

/** What was taken between `watchFrames` and `takeFrames`. */
export interface Frames {
  readonly frames: readonly Frame[];
  readonly longTasks: number;
  readonly worstTaskMs: number;
}

declare global {
  interface Window {
    swtFrames: { stop(): Frames };
  }
}

/** Begins taking frames: from one `requestAnimationFrame` to the next. */
export function watchFrames(): void {
  const frames: Frame[] = [];
  const tasks: number[] = [];
  const watcher = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  watcher.observe({ type: 'longtask' });
  // One channel for all: thousands of them, each kept until the collector comes, would bring it.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: [ms, startedMs] }: MessageEvent<[number, number]>) => {
    const workMs = performance.now() - startedMs;
    const blank = document.querySelectorAll('[data-row][aria-label="Reading"]').length;
    if (ms > 0) frames.push({ ms, workMs, blank });
  };
  let isOver = false;
  let before = 0;
  const frame = (at: number) => {
    if (isOver) return;
    port2.postMessage([before === 0 ? 0 : at - before, performance.now()]);
    before = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.swtFrames = {
    stop() {
      isOver = true;
      port1.close();
      watcher.disconnect();
      return { frames, longTasks: tasks.length, worstTaskMs: Math.max(0, ...tasks) };
    },
  };
}

/** Drags the list from its top to its end in so many frames, each of which shows other people. */
export function dragThrough(steps: number): Promise<void> {
  const list = document.querySelector('[aria-label="People found"]');
  let scroller = list?.parentElement ?? null;
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) {
    scroller = scroller.parentElement;
  }
  if (!scroller) throw new Error('There is no list to be scrolled.');
  const moved = scroller;
  const wayPx = moved.scrollHeight - moved.clientHeight;
  let step = 0;
  return new Promise((resolve) => {
    const move = () => {
      step += 1;
      moved.scrollTop = (wayPx * step) / steps;
      if (step === steps) resolve();
      else requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
}

/** Which row is the last one drawn, and of how many. */
export function lastRow(): { readonly row: number; readonly of: number } {
  const list = document.querySelector('[aria-label="People found"]');
  const rows = [...(list?.querySelectorAll('[data-row]') ?? [])];
  const of = Number(list?.getAttribute('aria-rowcount') ?? 0) - 1;
  return { row: Number(rows.at(-1)?.getAttribute('data-row') ?? -1), of };
}
