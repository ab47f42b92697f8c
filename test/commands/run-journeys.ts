import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chooseElectron } from './electron-binary.ts';
import { type Count, runNode } from './run.ts';

const root = join(import.meta.dirname, '../..');
const REPORT = 'out/e2e.json'; // named in test/e2e/playwright.config.ts
const ONE_FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

interface Report {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** Runs the journeys through the built application; a journey that passed only when repeated failed. */
export async function runJourneys(): Promise<Count> {
  rmSync(join(root, REPORT), { force: true });
  const playwright = ['node_modules/@playwright/test/cli.js', 'test'];
  const config = ['--config', 'test/e2e/playwright.config.ts'];
  const { code } = await runNode([...playwright, ...config], chooseElectron().env);
  try {
    const { stats } = JSON.parse(readFileSync(join(root, REPORT), 'utf8')) as Report;
    const failed = stats.unexpected + stats.flaky;
    return {
      passed: stats.expected,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
    };
  } catch {
    return ONE_FAILED;
  }
}

/** Runs the checks of what the application relies on of Electron. */
export async function runConformance(): Promise<Count> {
  const main = 'test/stand-in/conformance/main.mjs';
  const cli = 'node_modules/electron/cli.js';
  const { code, lines } = await runNode([cli, main], chooseElectron().env);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1) ?? '') ?? [];
  if (passed === undefined) return ONE_FAILED;
  const count = { passed: Number(passed), failed: Number(failed), skipped: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
