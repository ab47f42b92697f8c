import { parseArgs } from 'node:util';

/** `flag` is there or not, `text` takes any words, a number is whole and no less than `least`. */
type Kind = 'flag' | 'text' | { readonly least: number };

type ValueOf<K extends Kind> = K extends 'flag'
  ? boolean
  : (K extends 'text' ? string : number) | undefined;

type Kinds = Readonly<Record<string, Kind>>;

type Options<K extends Kinds> = { readonly [Name in keyof K]: ValueOf<K[Name]> } & {
  /** What stands there without a name. */
  readonly words: readonly string[];
};

/** Where the words come from, and how many without a name there may be. */
interface Given {
  readonly args?: readonly string[];
  readonly mostWords?: number;
}

/**
 * Reads the options of a command; ends it with one line and 2 where they cannot be meant.
 *
 * A proof that misread what it was asked would look at nothing and say that nothing is wrong.
 */
export function readOptions<const K extends Kinds>(
  kinds: K,
  { args = process.argv.slice(2), mostWords = 0 }: Given = {},
): Options<K> {
  const { values, positionals } = parse(kinds, args);
  const extra = positionals[mostWords];
  if (extra !== undefined) refuse(`There is no place for "${extra}". ${known(kinds)}`);
  const read = Object.entries(kinds).map(([name, kind]) => {
    const value = values[name];
    if (kind === 'flag') return [name, value === true];
    const isNumber = typeof kind === 'object' && typeof value === 'string';
    return [name, isNumber ? wholeNumber(`--${name}`, value, kind.least) : value];
  });
  return { ...Object.fromEntries(read), words: positionals } as Options<K>;
}

/** Reads a whole number no less than `least`; ends the command where it is none. */
export function wholeNumber(name: string, text: string, least: number): number {
  if (/^\d{1,15}$/.test(text) && Number(text) >= least) return Number(text);
  return refuse(`${name} takes a whole number from ${least}, not "${text}".`);
}

/** Ends the command: nothing was looked at, which is neither yes (0) nor no (1). */
export function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

function parse(kinds: Kinds, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      return [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }];
    }),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\. |\.?\n/);
    return refuse(`${first}. ${known(kinds)}`);
  }
}

function known(kinds: Kinds): string {
  const names = Object.entries(kinds).map(([name, kind]) => {
    if (kind === 'flag') return `--${name}`;
    return `--${name} ${kind === 'text' ? 'WORDS' : 'N'}`;
  });
  return names.length === 0 ? 'It knows no options.' : `It knows ${names.join(', ')}.`;
}
