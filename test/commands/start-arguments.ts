import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start --` may be followed by. */
export interface StartArguments {
  readonly people: string;
  readonly seed: string;
  readonly folder: string;
  readonly isFresh: boolean;
  readonly signIn: string | undefined;
  readonly hasOwnCentre: boolean;
  /** For a look inside a window nobody can see. */
  readonly debuggingPort: string | undefined;
}

const MOST_PEOPLE = 1_000_000;
const HELP =
  'It knows --people N, --seed S, --user-data-dir DIR, --fresh, --sign-in NAME, --no-server ' +
  'and --remote-debugging-port P.';

/** Fails with one plain sentence. */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { people, seed, ...rest } = parse(args);
  if (!/^\d{1,7}$/.test(people) || Number(people) < 1 || Number(people) > MOST_PEOPLE) {
    throw new Error(`--people takes a number from 1 to 1,000,000, not "${people}".`);
  }
  if (!/^\d{1,9}$/.test(seed)) throw new Error(`--seed takes a whole number, not "${seed}".`);
  return {
    people,
    seed,
    folder: resolve(rest['user-data-dir'] ?? defaultFolder()),
    isFresh: rest.fresh,
    signIn: rest['sign-in'],
    hasOwnCentre: !rest['no-server'],
    debuggingPort: rest['remote-debugging-port'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        people: { type: 'string', default: '2000' },
        seed: { type: 'string', default: '1' },
        'user-data-dir': { type: 'string' },
        fresh: { type: 'boolean', default: false },
        'sign-in': { type: 'string' },
        'no-server': { type: 'boolean', default: false },
        'remote-debugging-port': { type: 'string' },
      },
    }).values;
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\. |\n/);
    throw new Error(`${first}. ${HELP}`);
  }
}

/** Where Electron would keep the application's data. */
function defaultFolder(): string {
  const name = 'Social Work Together';
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library/Application Support', name);
  if (process.platform === 'win32') return join(process.env.APPDATA ?? home, name);
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), name);
}
