import type { Result } from '#contract/errors.ts';
import { Heads } from '#contract/http/streams.ts';
import type { Random, Timer } from '#core/ports.ts';
import { chooseWaitMs } from '#core/sync/backoff.ts';
import type { Nudges } from '#core/sync/ports.ts';
import { isOf } from './is-of.ts';

/** What listening needs. */
export interface EventParts {
  readonly open: (signal: AbortSignal) => Promise<Result<Response>>;
  readonly timer: Timer;
  readonly random: Random;
  /** For tests: how long the line may be silent. The centre says something every 20 s. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 65_000;
const MOST_EVENT_CHARS = 256 * 1024;

/**
 * Listens to the centre's nudges, and comes back by itself when the line is lost.
 *
 * Only a hint: where a proxy breaks the line nothing is lost, because the engine polls
 * anyway (decision C4).
 */
export function createNudges({ open, timer, random, silenceMs = SILENCE_MS }: EventParts): Nudges {
  return {
    listen(heard) {
      let tries = 0;
      let cancelWait = () => {};
      let line = new AbortController();
      let isOver = false;

      async function run(): Promise<void> {
        line = new AbortController();
        const opened = await open(line.signal);
        if (opened.ok && !isOver) await readLine(opened.value).catch(() => {});
        line.abort();
        if (isOver) return;
        const failure = opened.ok
          ? { code: 'NET_UNREACHABLE' as const, message: '' }
          : opened.error;
        tries += 1;
        const delayMs = Math.max(1000, chooseWaitMs(tries, failure, random.next()));
        cancelWait = timer.after(delayMs, () => void run());
      }

      async function readLine(answer: Response): Promise<void> {
        const text = answer.body?.pipeThrough(new TextDecoderStream());
        const reader = text?.getReader();
        let rest = '';
        for (;;) {
          const cancelSilence = timer.after(silenceMs, () => line.abort());
          const next = await reader?.read().finally(cancelSilence);
          if (!next || next.done || isOver) return;
          const events = (rest + next.value.replaceAll('\r\n', '\n')).split('\n\n');
          rest = events.pop() ?? '';
          if (rest.length > MOST_EVENT_CHARS) return;
          for (const event of events) {
            const heads = readHeads(event);
            if (heads === null || isOver) continue;
            tries = 0;
            heard(heads);
          }
        }
      }

      void run();
      return () => {
        isOver = true;
        cancelWait();
        line.abort();
      };
    },
  };
}

/** Reads one event; anything but well-formed heads is passed over. */
function readHeads(event: string): Heads | null {
  const lines = event.split('\n');
  if (!lines.includes('event: heads')) return null;
  const data = lines
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5))
    .join('\n');
  try {
    const value: unknown = JSON.parse(data);
    return isOf(Heads, value) ? value : null;
  } catch {
    return null;
  }
}
