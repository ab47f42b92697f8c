import type { RecruiterId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { PutAside, SessionState } from '#contract/sync-state.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openSession } from '#main/session/open-session.ts';
import { createHttpApi } from '#main/sync/http-api.ts';
import { systemClock as clock, systemTimer as timer } from '#main/system.ts';
import { signInInBrowser } from '#test/e2e/system-browser.ts';
import { fakeSafeStorage } from '../fake-safe-storage.ts';
import { keptLog } from '../temp-folder.ts';

/** What one laptop of a sign-in test is like. */
export interface LaptopWish {
  readonly folder: string;
  readonly apiUrl: string;
  readonly storage?: ReturnType<typeof fakeSafeStorage>;
  /** Carries out what the person does in the browser. */
  readonly browse?: (url: string) => Promise<unknown>;
  /** The network; may fail as `net.fetch` does. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
  readonly keysWereLost?: boolean;
}

/** The session part of the app, on a real folder, against whatever answers at `apiUrl`. */
export async function aLaptop(wish: LaptopWish) {
  const { folder, apiUrl, storage = fakeSafeStorage(), fetch = globalThis.fetch } = wish;
  const browse = wish.browse ?? ((url: string) => signInInBrowser(url, ''));
  const states: SessionState[] = [];
  const opened: string[] = [];
  const wiped: string[] = [];
  const work = {
    notSent: 0,
    undecided: 0,
    putAside: [] as readonly PutAside[],
    owner: null as RecruiterId | null,
    /** The centre wants this laptop emptied. */
    wipes: false,
    /** Access tokens by which a last word was sent. */
    told: [] as string[],
    sessions: null as Result<Session> | null,
    /** What a wipe does; a real one may be cut short. */
    wipe: async () => {},
  };
  const { service, tokens } = openSession({
    ...{ apiUrl, folder, fetch, clock, timer, log: keptLog() },
    keyStore: await openKeyStore(storage, 'linux'),
    keysWereLost: wish.keysWereLost ?? false,
    async openOutside(url) {
      opened.push(url);
      void browse(url).catch(() => {});
      return true;
    },
    orders: {
      takes: () => work.wipes,
      wiped: () => null,
      noteSignedIn: () => {},
      forgetSettings: () => void wiped.push('settings'),
      async tell(token) {
        work.told.push(token);
      },
    },
    fetchSession: async () => work.sessions ?? api.session(),
    held: () => work,
    workOwner: () => work.owner,
    claimWork: (recruiter) => {
      work.owner = recruiter;
      return ok(null);
    },
    async wipe(forget) {
      await work.wipe();
      forget();
      work.owner = null;
      wiped.push('all');
    },
  });
  const device = () => 'test-device-0001';
  const api = createHttpApi({ fetch, apiUrl, tokens, device, appVersion: '0', platform: 'linux' });
  service.subscribe((state) => states.push(state));
  return { service, tokens, api, states, opened, wiped, work, storage };
}
