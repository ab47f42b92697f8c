import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'swt-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A log that keeps its lines. */
export function keptLog() {
  const lines: string[] = [];
  const write = (event: string, facts: object = {}) =>
    void lines.push(`${event} ${JSON.stringify(facts)}`);
  return { lines, info: write, warn: write };
}
