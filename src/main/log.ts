import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '#core/ports.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const FILES = 5;
const MOST_CHARACTERS = 120;

/**
 * The only facts that reach the disk; whatever else is handed in is left out by name.
 *
 * Each is a code, a count, a duration, a version or a name from our own source.
 */
export const LOGGED_FACTS: ReadonlySet<string> = new Set([
  'attempt',
  'bucket',
  'buckets',
  'bytes',
  'call',
  'code',
  'count',
  'delayMs',
  'doing',
  'durationMs',
  'electron',
  'entries',
  'epoch',
  'error',
  'exitCode',
  'files',
  'kept',
  'keyStore',
  'ms',
  'name',
  'people',
  'phase',
  'platform',
  'reason',
  'requestId',
  'rows',
  'seq',
  'setAside',
  'status',
  'stream',
  'version',
  'why',
]);

/** Keeps structured lines for support in a folder: five files of 2 MB, oldest dropped. */
export function openLog(folder: string, now: () => number): Log {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'main.log');
  let bytes = sizeOf(file);
  const write = (level: 'info' | 'warn', event: string, facts: Facts = {}) => {
    const at = new Date(now()).toISOString();
    const line = `${JSON.stringify({ at, level, event, ...redactFacts(facts) })}\n`;
    try {
      if (bytes + line.length > MOST_BYTES) {
        rotate(file);
        bytes = 0;
      }
      appendFileSync(file, line);
      bytes += line.length;
    } catch {
      // A full disk must not stop the work that the line is about.
    }
  };
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
  };
}

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Leaves only listed facts, and of words only a short start. */
export function redactFacts(facts: Facts): Facts {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (!LOGGED_FACTS.has(name)) kept[name] = '[left out]';
    else kept[name] = typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : value;
  }
  return kept;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string): void {
  for (let n = FILES - 1; n >= 1; n--) {
    const from = n === 1 ? file : `${file}.${n - 1}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${n}`);
  }
}
