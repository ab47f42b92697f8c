import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { open, temporaryFolder } from './support.ts';

const KILLS = 24;

/** Lets a child save until it is killed, and gives what it said was saved. */
async function saveUntilKilled(path: string, afterLines: number): Promise<readonly string[]> {
  const script = new URL('./append-until-killed.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--no-warnings', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > afterLines) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  const lines = said.split('\n');
  // The last piece may be a line cut short by the kill.
  return lines.slice(0, -1);
}

test(`${KILLS} kills right after "Saved": nothing acknowledged is lost, numbers stay dense`, async () => {
  const path = join(temporaryFolder(), 'journal.db');
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    acknowledged.push(...(await saveUntilKilled(path, 1 + (kill % 7))));
    const journal = open(path);
    const held = new Set(journal.list().map(({ id, n }) => `${id} ${n}`));
    for (const entry of acknowledged) expect(held.has(entry)).toBe(true);
    expect(journal.list().map(({ n }) => n)).toEqual(journal.list().map((_, i) => i + 1));
    journal.close();
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);
}, 120_000);
