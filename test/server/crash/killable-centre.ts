import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readLines } from '../../commands/centre-process.ts';

const SERVE = new URL('../../../src/server/cli/serve.ts', import.meta.url).pathname;
const START_WITHIN_MS = 60_000;

/** The centre as its operator runs it, that can be ended by SIGKILL and started again. */
export class KillableCentre {
  url = '';
  issuer = '';
  readonly #data: string;
  readonly #databaseUrl: string;
  #child: ChildProcess | null = null;

  /** `databaseUrl` empty = the embedded database in the folder. */
  constructor(data: string, databaseUrl: string) {
    this.#data = data;
    this.#databaseUrl = databaseUrl;
  }

  /** Starts it; from the second time on, on the ports it had. */
  async start(): Promise<void> {
    const portOf = (url: string) => (url === '' ? '0' : new URL(url).port);
    const ports = ['--port', portOf(this.url), '--issuer-port', portOf(this.issuer)];
    const args = ['--json', '--with-parent', '--people', '50', '--data', this.#data, ...ports];
    const child = spawn(process.execPath, [SERVE, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: this.#databaseUrl },
    });
    this.#child = child;
    let said = '';
    readLines(child.stderr, (line) => {
      said = line;
    });
    const ready = new Promise<string>((resolve) => readLines(child.stdout, resolve));
    const gone = once(child, 'close').then(() => Promise.reject(new Error(`It ended: ${said}`)));
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`It did not start: ${said}`)), START_WITHIN_MS).unref();
    });
    const line = await Promise.race([ready, gone, late]);
    gone.catch(() => {});
    const { url, issuer } = JSON.parse(line) as { readonly url: string; readonly issuer: string };
    this.url = url;
    this.issuer = issuer;
  }

  /** Ends it at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }
}
