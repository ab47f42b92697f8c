import { join } from 'node:path';
import type { RecruiterId } from '#contract/brands.ts';
import type { Result } from '#contract/errors.ts';
import type { Session } from '#contract/http/session.ts';
import type { Clock, Log, Timer } from '#core/ports.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { sealedFile } from '../keys/sealed-file.ts';
import type { Fetch } from './fetch-sign-in-info.ts';
import { findIssuers } from './issuer-finder.ts';
import { KeptSession } from './kept-session.ts';
import {
  buildSessionService,
  type SessionOrders,
  type SessionParts,
  type SessionService,
} from './session-service.ts';
import { KeptTokens, keepTokens, type Tokens } from './tokens.ts';

/** What signing in is made of. */
export interface OpenSessionParts {
  readonly apiUrl: string;
  readonly folder: string;
  readonly fetch: Fetch;
  readonly keyStore: KeyStore;
  readonly keysWereLost: boolean;
  /** Opens an address in the browser, or refuses; told the issuer's origin. */
  readonly openOutside: (url: string, issuerOrigin: string | null) => Promise<boolean>;
  /** Asked only once something is signed in, so they may be built from these tokens. */
  readonly fetchSession: () => Promise<Result<Session>>;
  readonly held: SessionParts['held'];
  readonly workOwner: () => RecruiterId | null;
  readonly claimWork: (recruiter: RecruiterId) => Result<null>;
  readonly wipe: SessionParts['wipe'];
  readonly orders: SessionOrders;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** Puts together who is signed in, their tokens, and the way to the sign-in service. */
export function openSession({
  apiUrl,
  folder,
  fetch,
  keyStore,
  openOutside,
  ...rest
}: OpenSessionParts): {
  readonly service: SessionService;
  readonly tokens: Tokens;
  readonly openOutside: (url: string) => Promise<boolean>;
  /** Removes what is kept of a person, before anything was opened. */
  readonly forget: () => void;
} {
  const { clock, log } = rest;
  const finder = findIssuers(fetch, apiUrl, clock);
  const open = (url: string) => openOutside(url, finder.origin());
  const tokensFile = sealedFile(join(folder, 'tokens.sealed'), KeptTokens, keyStore);
  const sessionFile = sealedFile(join(folder, 'session.sealed'), KeptSession, keyStore);
  const tokens = keepTokens({
    apiUrl,
    file: tokensFile,
    findIssuer: finder.find,
    clock,
    log,
  });
  const service = buildSessionService({
    ...rest,
    apiUrl,
    finder,
    tokens,
    file: sessionFile,
    openBrowser: open,
  });
  const forget = () => {
    tokensFile.remove();
    sessionFile.remove();
  };
  return { service, tokens, openOutside: open, forget };
}
