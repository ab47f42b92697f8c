import { ResponseBodyError } from 'openid-client';
import { type Static, Type } from 'typebox';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { Clock, Log } from '#core/ports.ts';
import type { SealedFile } from '../keys/sealed-file.ts';
import { isSameCentre } from '../start-options.ts';
import type { IssuedTokens, Issuer } from './issuer.ts';

/** What is kept of a sign-in: never the access token. */
export const KeptTokens = Type.Object({
  /** The centre that it is for. */
  apiUrl: Type.String(),
  refreshToken: Type.String(),
});
export type KeptTokens = Static<typeof KeptTokens>;

/** The tokens of whoever is signed in; they never leave this process but to issuer and centre. */
export interface Tokens {
  /** Opens what an earlier run kept: whether someone is signed in, or their token was lost. */
  load(): Promise<'found' | 'none' | 'lost'>;
  accept(issued: IssuedTokens): Promise<void>;
  /**
   * A token that the centre accepts, renewed when needed; one renewal at a time.
   *
   * Errors: `NET_UNREACHABLE`, `AUTH_SIGN_IN_AGAIN`.
   */
  accessToken(): Promise<Result<string>>;
  /** The access token in memory, for a last word to the centre; null when there is none. */
  held(): string | null;
  /** The centre did not accept this access token: the next call renews. */
  refuse(accessToken: string): void;
  /** Forgets everything, here and on the disk; returns the refresh token that was held. */
  forget(): string | null;
}

/** What the tokens are made of. */
export interface TokensParts {
  readonly apiUrl: string;
  readonly file: SealedFile<KeptTokens>;
  /** Finds the sign-in service; throws when it cannot be reached. */
  readonly findIssuer: () => Promise<Issuer>;
  readonly clock: Clock;
  readonly log: Log;
}

const RENEW_BEFORE_MS = 30_000;
const SIGN_IN_AGAIN = fail('AUTH_SIGN_IN_AGAIN', 'Your sign-in has ended. Sign in again.');

/** Keeps the tokens of one person: access in memory, refresh sealed on the disk. */
export function keepTokens({ apiUrl, file, findIssuer, clock, log }: TokensParts): Tokens {
  let access: { readonly token: string; readonly untilMs: number } | null = null;
  let refresh: string | null = null;
  let renewing: Promise<Result<string>> | null = null;

  const accept = async (issued: IssuedTokens) => {
    refresh = issued.refreshToken ?? refresh;
    const untilMs = clock.monotonicMs() + issued.expiresInMs;
    access = { token: issued.accessToken, untilMs };
    if (issued.refreshToken === null) return;
    // An old refresh token is dead once it was used: the new one is on the disk first.
    await file.write({ apiUrl, refreshToken: issued.refreshToken }).catch(() => {
      // A full disk costs a sign-in after the next start, not the work of this one.
      log.warn('tokens.not-kept');
    });
  };

  const renew = async (): Promise<Result<string>> => {
    for (let attempt = 1; refresh !== null; attempt++) {
      const used = refresh;
      try {
        const issued = await (await findIssuer()).renew(used);
        if (refresh !== used) break; // signed out while the answer was on its way
        await accept(issued);
        return ok(issued.accessToken);
      } catch (error) {
        if (error instanceof ResponseBodyError && error.status < 500) {
          log.warn('tokens.refused', { code: error.error });
          // Whoever signed in meanwhile keeps their own.
          if (error.error === 'invalid_grant' && refresh === used) refresh = null;
          break;
        }
        // Once more: a connection kept open too long fails on its first use.
        if (attempt > 1) return fail('NET_UNREACHABLE', 'The sign-in service cannot be reached.');
      }
    }
    return SIGN_IN_AGAIN;
  };

  return {
    async load() {
      const found = await file.read();
      if (found.is !== 'found') return found.is;
      if (!isSameCentre(found.value.apiUrl, apiUrl)) return 'none';
      refresh = found.value.refreshToken;
      return 'found';
    },
    accept,
    async accessToken() {
      if (access && access.untilMs - RENEW_BEFORE_MS > clock.monotonicMs()) return ok(access.token);
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      return renewing;
    },
    held: () => access?.token ?? null,
    refuse(accessToken) {
      if (access?.token === accessToken) access = null;
    },
    forget() {
      const held = refresh;
      access = null;
      refresh = null;
      file.remove();
      return held;
    },
  };
}
