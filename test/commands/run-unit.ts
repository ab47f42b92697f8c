import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, runNode } from './run.ts';

const root = join(import.meta.dirname, '../..');
const REPORT = 'out/unit.json';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** Runs the unit tests, or those whose path holds one of `words`. */
export async function runUnit(words: readonly string[] = []): Promise<Count> {
  rmSync(join(root, REPORT), { force: true });
  const { code } = await runNode([
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...words],
  ]);
  const report = read();
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests;
  return {
    passed: report.numPassedTests,
    // A file that could not be loaded, or an error outside any test, is a failure too.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function read(): Report | undefined {
  try {
    return JSON.parse(readFileSync(join(root, REPORT), 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
