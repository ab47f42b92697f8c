import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll } from 'vitest';

/**
 * A real centre with its own issuer and a few made-up people, for one test file.
 *
 * A process of its own, so that a test can put the laptop's clock wrong and no other.
 */
export function startCentreForTests(): { readonly url: () => string } {
  const data = mkdtempSync(join(tmpdir(), 'swt-centre-'));
  let child: ChildProcess | undefined;
  let url = '';
  beforeAll(async () => {
    const file = new URL('../../../src/server/cli/serve.ts', import.meta.url).pathname;
    const words = ['--port', '0', '--people', '20', '--data', data, '--json', '--with-parent'];
    child = spawn(process.execPath, [file, ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
    if (!child.stdout) throw new Error('The centre has no output.');
    const [line] = await once(createInterface(child.stdout), 'line');
    ({ url } = JSON.parse(line) as { url: string });
  });
  afterAll(async () => {
    if (child && child.exitCode === null) {
      const ended = once(child, 'exit');
      child.stdin?.end();
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  });
  return { url: () => url };
}
