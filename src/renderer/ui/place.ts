import { useSyncExternalStore } from 'react';

/** Where the window is: every state has an address, so back and forward work. */
export interface Place {
  /** `/person/0190...` */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** What a screen gets: the named parts of its path and what follows the `?`. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

const HOME = '/today';

/** Reads `#/find?q=...`; anything odd is the first screen. */
export function parsePlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  if (!path.startsWith('/') || path === '/') return { path: HOME, query: {} };
  return { path, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** Builds the address of a place, for `href` and `go`. */
export function addressOf(path: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#${path}${search === '' ? '' : `?${search}`}`;
}

/** Matches `/person/:id`; null when the path is another one. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      params[part.slice(1)] = decode(value);
    } else if (part !== value) return null;
  }
  return params;
}

/** Goes to an address. `replace` leaves no step to go back to. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    window.location.hash = address;
    return;
  }
  window.history.replaceState(null, '', address);
  for (const tell of listeners) tell();
}

const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('hashchange', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('hashchange', tell);
  };
}

/** The hash as it is now; changes redraw. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
