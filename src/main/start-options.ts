import type { DirectiveKey } from '#contract/http/directives.ts';
import { readConfiguredKeys } from './directives/check-directive.ts';

/** What the command line and the environment ask of one start. */
export interface StartOptions {
  /** Where the centre is, without a slash at the end; null when what was given cannot be one. */
  readonly apiUrl: string | null;
  readonly userDataDir: string | null;
  /** A made-up recruiter to sign in as without a hand; `first` is the first there is. */
  readonly signIn: string | null;
  /** What directives must be signed with; null = the first sign-in says. */
  readonly directiveKeys: readonly DirectiveKey[] | null;
}

const HERE = 'http://127.0.0.1:4400';

/** Reads `--api-url`, `--user-data-dir` and `--sign-in`, as `--name value` or `--name=value`. */
export function readStartOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions {
  return {
    apiUrl: readAddress(readFlag(argv, 'api-url') ?? env.SWT_API_URL ?? HERE),
    userDataDir: readFlag(argv, 'user-data-dir'),
    signIn: readFlag(argv, 'sign-in'),
    directiveKeys: readConfiguredKeys(env.SWT_DIRECTIVE_KEYS),
  };
}

function readFlag(argv: readonly string[], name: string): string | null {
  const at = argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  const word = argv[at];
  if (word === undefined) return null;
  const value = word.includes('=') ? word.slice(name.length + 3) : argv[at + 1];
  return value && !value.startsWith('--') ? value : null;
}

function readAddress(text: string): string | null {
  const url = URL.parse(text);
  if (!url || !isTrustworthy(url) || url.username || url.password) return null;
  return url.href.replace(/\/+$/, '');
}

/** Whether what is sent there cannot be read on the way: https, or a door on this machine. */
export function isTrustworthy(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url));
}

/**
 * Whether two addresses are the same centre, as far as a kept sign-in may be used there.
 *
 * On this machine the port may have moved since the last start.
 */
export function isSameCentre(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  if (!a || !b) return false;
  return a.origin === b.origin || (isThisMachine(a) && isThisMachine(b));
}

function isThisMachine({ hostname }: URL): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}
