import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What the application holds, in bytes. */
export interface Memory {
  /** The main process; in Electron that is Chromium's browser process too. */
  readonly mainRss: number;
  /** Every other process; pages that several share are counted in each. */
  readonly chromiumRss: number;
  readonly chromiumProcesses: number;
  /** Every process with its share of the pages held in common; where Linux tells it, else null. */
  readonly totalPss: number | null;
  /** The page's heap with its array buffers, after a collection. */
  readonly pageHeap: number;
  /** The data worker's heap with its array buffers, after a collection: index and work. */
  readonly workerHeap: number;
}

export async function readMemory(mainPid: number, page: Page): Promise<Memory> {
  const heaps = await readHeaps(page);
  const listing = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const all = listing
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([mainPid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [pid = 0, parent = 0] of all) if (family.has(parent)) family.add(pid);
  }
  const rss = new Map(all.map(([pid = 0, , kilobytes = 0]) => [pid, kilobytes * 1024]));
  const total = [...family].reduce((sum, pid) => sum + (rss.get(pid) ?? 0), 0);
  const mainRss = rss.get(mainPid) ?? 0;
  return {
    mainRss,
    chromiumRss: total - mainRss,
    chromiumProcesses: family.size - 1,
    totalPss: pssOf([...family]),
    ...heaps,
  };
}

function pssOf(pids: readonly number[]): number | null {
  let kilobytes = 0;
  for (const pid of pids) {
    const text = smapsOf(pid);
    kilobytes += Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
  }
  return kilobytes > 0 ? kilobytes * 1024 : null;
}

/** Empty for one that has ended in between, or while it is read. */
function smapsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Playwright shows no worker's heap, so the worker is asked through its page's own session. */
async function readHeaps(page: Page): Promise<Pick<Memory, 'pageHeap' | 'workerHeap'>> {
  const session = await page.context().newCDPSession(page);
  const usage = ({ usedSize, backingStorageSize = 0 }: HeapUsage) => usedSize + backingStorageSize;
  await session.send('HeapProfiler.collectGarbage');
  const pageHeap = usage(await session.send('Runtime.getHeapUsage'));
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false });
  const sessionId = await attached;
  const ask = (id: number, method: string): Promise<HeapUsage> =>
    new Promise((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id?: number; result: HeapUsage };
        if (answer.id === id) resolve(answer.result);
      });
      const message = JSON.stringify({ id, method });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const workerHeap = usage(await ask(2, 'Runtime.getHeapUsage'));
  await session.detach();
  return { pageHeap, workerHeap };
}

/** Bytes of all that IndexedDB has written under a folder, once the application has quit. */
export function indexedDbBytes(folder: string): number {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  return inside
    .filter((entry) => entry.isFile() && join(entry.parentPath).includes('IndexedDB'))
    .map((entry) => join(entry.parentPath, entry.name))
    .reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0);
}
