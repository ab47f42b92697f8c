/** `npm start`: the centre on this machine and the application on it, until Ctrl+C. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppProcess, startApp } from './app-process.ts';
import { buildIfStale } from './build.ts';
import { type CentreProcess, startCentre } from './centre-process.ts';
import { bringChromium } from './chromium.ts';
import { takeDataFolder } from './data-folder.ts';
import { chooseElectron } from './electron-binary.ts';
import { readStartArguments, type StartArguments } from './start-arguments.ts';

/** How long a page takes to show what the first sync brought. */
const SETTLE_MS = 2000;
const isHeadless =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

let centre: CentreProcess | undefined;
let app: AppProcess | undefined;
let isStopping = false;
let isCentreLost = false;
/** The centre's own last words: where it did not start, they are the reason. */
let lastSaid = '';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isStopping = true;
    app?.stop();
    if (!app) void finish(0);
  });
}

try {
  process.exitCode = await start(readStartArguments(process.argv.slice(2)));
} catch (error) {
  const { message } = error as Error;
  if (message !== lastSaid) console.error(message);
  process.exitCode = 1;
}
await finish(Number(process.exitCode));

async function finish(code: number): Promise<never> {
  isStopping = true;
  await centre?.stop();
  process.exit(code);
}

/** Gives the exit code, once the application has ended. */
async function start(args: StartArguments): Promise<number> {
  takeDataFolder(args.folder, args.isFresh);
  await buildIfStale();
  // Electron's own binary needs a screen; the stand-in does not.
  if (isHeadless) process.env.SWT_STAND_IN = '1';
  const electron = chooseElectron();
  if (electron.isStandIn) {
    const why = isHeadless ? 'There is no display, so' : 'Electron’s binary is not to be had, so';
    console.error(`${why} the application runs in a stand-in for it (test/stand-in/README.md).`);
    bringChromium();
  }
  const apiUrl = args.hasOwnCentre ? await startOwnCentre(args) : givenCentre();
  if (isStopping || isCentreLost) return isCentreLost ? 1 : 0;

  const signIn = args.signIn ?? (isHeadless ? 'first' : undefined);
  const switches = [`--user-data-dir=${args.folder}`, `--api-url=${apiUrl}`];
  if (signIn !== undefined) switches.push(`--sign-in=${signIn}`);
  if (args.debuggingPort !== undefined) {
    switches.push(`--remote-debugging-port=${args.debuggingPort}`);
  }
  app = startApp(electron, switches, (line) => {
    if (isHeadless && line.startsWith('First sync finished:')) void showPictures();
  });
  const code = await app.ended;
  if (isCentreLost) return 1;
  if (code === 0 || isStopping) return 0;
  console.error(`The application ended with an error (code ${code}): what it said is above.`);
  return 1;
}

async function startOwnCentre({ people, seed, folder }: StartArguments): Promise<string> {
  const data = `${folder}/centre`;
  centre = await startCentre(['--people', people, '--seed', seed, '--data', data], (line) => {
    lastSaid = line;
    console.error(line);
  });
  void centre.ended.then((code) => {
    if (isStopping) return;
    console.error(
      `The central service ended by itself (code ${code}). Nothing you saved is lost: ` +
        'start again with npm start.',
    );
    isCentreLost = true;
    app?.stop();
  });
  return centre.url;
}

function givenCentre(): string {
  const url = process.env.SWT_API_URL;
  if (url !== undefined && url !== '') return url;
  throw new Error('--no-server needs the address of a central service in SWT_API_URL.');
}

async function showPictures(): Promise<void> {
  await sleep(SETTLE_MS);
  const paths = (await app?.takePictures()) ?? [];
  for (const [i, path] of paths.entries()) {
    console.log(`No display: window ${i + 1} is pictured in ${path}`);
  }
}
