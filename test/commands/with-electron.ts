/** `node with-electron.ts COMMAND ...` runs a tool of the project so that it finds an Electron. */
import { spawn } from 'node:child_process';
import { bringChromium } from './chromium.ts';
import { chooseElectron } from './electron-binary.ts';

const [command = '', ...args] = process.argv.slice(2);
const { env, isStandIn } = chooseElectron();
if (isStandIn) bringChromium();
const child = spawn(command, args, { env, stdio: 'inherit' });
// Ctrl+C reaches the child by itself; it says when it has ended.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
