import type { Fetch } from '#main/sync/http-api.ts';
import { digestOf } from '#server/plugins/content-digest.ts';
import { type Answer, type answer, DEAD, problem } from './answers.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import { Forger } from './forging.ts';
import type { Recruiter } from './people.ts';
import type { Weather } from './weather.ts';
import type { World } from './world.ts';

/** Whose call it is, and whether they are still there to hear. */
export interface Caller {
  readonly name: string;
  readonly recruiter: Recruiter;
  isOffline(): boolean;
  /** Nothing comes through, and nothing says so. */
  isHalfOpen(): boolean;
  isOver(): boolean;
}

/** The network between laptops and the centre. */
export interface Network {
  fetchFor(caller: Caller): Fetch;
}

const TIMEOUT_MS = 30_000;
const TIMED_OUT = new TypeError('timed out');
const NO_NETWORK = new TypeError('no network');
const HTML: Answer = { status: 200, type: 'text/html', body: '<html>Hotel Wi-Fi</html>' };

/** Makes the network; what it does to each call is drawn from the weather. */
export function createNetwork(parts: {
  readonly world: World;
  readonly centre: Centre;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly answer: typeof answer;
}): Network {
  const { world, centre, chance, weather, answer: answers } = parts;
  /** Earlier answers by caller and path, for those that come a second time. */
  const earlier = new Map<string, Answer>();
  /** Addresses as they were read: few, and each is called again and again. */
  const urls = new Map<string, URL>();
  const forger = new Forger(chance.fork(), centre);

  function strikes(fault: Parameters<Weather['strikes']>[0]): boolean {
    const isStruck = weather.strikes(fault);
    if (isStruck) world.fault(fault);
    return isStruck;
  }

  function delayMs(): number {
    if (strikes('very slow')) return 20_000 + chance.int(30_000);
    if (strikes('slow')) return 500 + chance.int(9_000);
    return 5 + chance.int(60);
  }

  /** An answer of the centre's own that says no for no reason. */
  function moodOf(path: string): Answer | null {
    const isPush = path.endsWith('/push');
    const after = chance.may(0.5) ? 1 + chance.int(20) : undefined;
    if (centre.nowMs() < centre.overloadedUntilMs) {
      return problem(chance.pick(['unavailable', 'too-many-requests']), {}, after);
    }
    if (strikes('problem 401')) return problem('token-expired');
    if (strikes('problem 403')) return problem(chance.pick(['not-allowed', 'stream-not-granted']));
    if (isPush && strikes('problem 409')) return problem('programme-closed');
    if (path.includes('/streams/') && strikes('problem 410')) return problem('cursor-expired');
    if (isPush && strikes('problem 413')) return problem('too-large');
    if (isPush && strikes('problem 422')) return problem('invalid');
    if (strikes('problem 426')) return problem('upgrade-required');
    if (strikes('problem 429')) return problem('too-many-requests', {}, after);
    if (strikes('problem 500')) return problem('fault');
    if (strikes('problem 503')) return problem('unavailable', {}, after);
    return null;
  }

  /** Bytes that come so slowly that the caller gives up. */
  function drip(): Parameters<typeof toResponse>[1] {
    if (!strikes('slow loris')) return null;
    return (givenUp) => void world.after(TIMEOUT_MS, givenUp);
  }

  function handle(url: URL, init: RequestInit | undefined, { name, recruiter }: Caller): Answer {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const headers = init?.headers as Readonly<Record<string, string>> | undefined;
    const protocol = Number(headers?.['swt-protocol']);
    const { pathname: path, searchParams: query } = url;
    const mood = moodOf(path);
    if (mood) return mood;
    const dies = chance.int(4);
    const death = strikes('centre dies') ? chance.pick(['before', 'after'] as const) : null;
    const device = headers?.['swt-device'] ?? '';
    const request = { path, query, body, recruiter, protocol, device };
    const said = answers(centre, request, (index) => (index === dies ? death : null));
    world.note(`${name} ${path}${url.search} ${said.status}`);
    if (said.status === 200 && path.endsWith('/session') && strikes('no grants')) {
      return { ...said, body: JSON.stringify({ ...JSON.parse(String(said.body)), grants: [] }) };
    }
    if (said.status === 200 && path.endsWith('/session') && protocol >= 2 && centre.protocol >= 2) {
      return withForged(said, device);
    }
    const isData = said.status === 200 && (path.includes('/streams/') || path.endsWith('/heads'));
    if (!isData) return said;
    const key = `${name} ${path}`;
    const before = earlier.get(key);
    earlier.set(key, said);
    return before && strikes('older answer') ? before : said;
  }

  /** Directives that nobody ordered, or that were, once, get in among the others. */
  function withForged(said: Answer, device: string): Answer {
    const forged = strikes('directive forged') ? forger.forge(device) : null;
    const again = strikes('directive again') ? forger.replay(device) : null;
    if (!forged && !again) return said;
    const session = JSON.parse(String(said.body));
    const directives = [...session.directives, forged, again].filter((one) => one !== null);
    return { ...said, body: JSON.stringify({ ...session, directives }) };
  }

  /** A centre of protocol 2 says the digest of what it sends. */
  function sent(said: Answer): Answer {
    if (said === DEAD || centre.protocol < 2) return said;
    const headers = { ...said.headers, 'content-digest': digestOf(said.body) };
    return { ...said, headers };
  }

  function cut(said: Answer): Answer {
    const body = flipped(said);
    if (!strikes('cut short')) return { ...said, body };
    return { ...said, body: body.slice(0, chance.int(body.length + 1)) };
  }

  /** One bit of the answer is another one; without a digest that could not be told. */
  function flipped({ body, headers }: Answer): Answer['body'] {
    if (headers?.['content-digest'] === undefined || !strikes('bit flipped')) return body;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body.slice();
    const at = chance.int(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.int(8));
    return bytes;
  }

  return {
    fetchFor: (caller) => (address, init) =>
      new Promise((resolve, reject) => {
        const url = urls.get(address) ?? new URL(address);
        urls.set(address, url);
        world.count('calls');
        let isDone = false;
        const end = (how: () => void) => {
          if (isDone || caller.isOver()) return;
          isDone = true;
          stopWaiting();
          how();
        };
        const stopWaiting = world.after(TIMEOUT_MS, () => {
          end(() => reject(TIMED_OUT));
        });
        const fails = (afterMs: number) =>
          world.after(afterMs, () => end(() => reject(NO_NETWORK)));
        if (caller.isOffline()) return void fails(10 + chance.int(2_000));
        if (strikes('portal'))
          return void world.after(30, () => end(() => resolve(toResponse(HTML, null))));
        if (caller.isHalfOpen()) return;
        if (strikes('request lost')) return void (chance.may(0.5) && fails(chance.int(5_000)));
        const arrive = (isCopy: boolean) =>
          world.after(delayMs(), () => {
            const said = cut(sent(handle(url, init, caller)));
            if (isCopy) return;
            if (strikes('answer lost')) return void (chance.may(0.5) && fails(chance.int(5_000)));
            world.after(delayMs(), () => end(() => resolve(toResponse(said, drip()))));
          });
        arrive(false);
        if (strikes('request twice')) arrive(true);
        if (init?.body && strikes('late copy')) {
          world.after(10_000 + chance.int(600_000), () => {
            // What is on its way when the world becomes kind does not arrive any more.
            if (!weather.isClear()) handle(url, init, caller);
          });
        }
      }),
  };
}

/**
 * As much of a `Response` as the production client reads.
 *
 * `drip`: the body never ends by itself, and its reader is thrown out when time is over.
 */
function toResponse(
  { status, type, body, headers = {} }: Answer,
  drip: ((givenUp: () => void) => void) | null,
): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const said: Readonly<Record<string, string>> = { 'content-type': type, ...headers };
  let isRead = false;
  const reader = {
    async read() {
      if (isRead) return { done: true, value: undefined };
      isRead = true;
      if (drip) await new Promise<void>((_, reject) => drip(() => reject(new Error('too slow'))));
      return { done: false, value: bytes };
    },
    cancel: async () => {},
  };
  return {
    status,
    headers: { get: (name: string) => said[name] ?? null },
    body: { getReader: () => reader, cancel: async () => {} },
  } as unknown as Response;
}
