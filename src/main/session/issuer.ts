import * as oidc from 'openid-client';
import { isTrustworthy } from '../start-options.ts';
import type { Fetch, SignInPlace } from './fetch-sign-in-info.ts';

const WAIT_SECONDS = 15;

/** What the issuer gave for one sign-in or renewal. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly expiresInMs: number;
  readonly refreshToken: string | null;
  /** Whom the tokens are for; only a sign-in says. */
  readonly subject: string | null;
}

/** The sign-in service, found by its discovery document. */
export interface Issuer {
  readonly origin: string;
  authorizationUrl(parameters: Record<string, string>): URL;
  exchange(arrival: URL, checks: oidc.AuthorizationCodeGrantChecks): Promise<IssuedTokens>;
  renew(refreshToken: string): Promise<IssuedTokens>;
  /** Tells the issuer to forget a refresh token, where it can be told. */
  revoke(refreshToken: string): Promise<void>;
}

/**
 * Reads the issuer's discovery document.
 *
 * Throws `TypeError` when the network failed and openid-client's errors when the answer is
 * not right; an issuer that could be listened in to is refused.
 */
export async function discoverIssuer(
  { info, clockOffsetSeconds }: SignInPlace,
  fetch: Fetch,
): Promise<Issuer> {
  const url = new URL(info.issuer);
  if (!isTrustworthy(url)) throw new Error('The issuer is not on https.');
  const custom: oidc.CustomFetch = async (address, { body, headers, method, signal }) => {
    try {
      return await fetch(address, {
        method,
        headers,
        credentials: 'omit',
        redirect: 'error',
        ...(body ? { body: body as NonNullable<RequestInit['body']> } : {}),
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      // `net.fetch` fails with a plain Error; the library passes only a TypeError through.
      throw new TypeError('The network failed.', { cause: error });
    }
  };
  // A laptop whose clock is wrong can still sign in: tokens are judged by the centre's clock.
  const client = { [oidc.clockSkew]: clockOffsetSeconds };
  const config = await oidc.discovery(url, info.clientId, client, oidc.None(), {
    [oidc.customFetch]: custom,
    timeout: WAIT_SECONDS,
    execute: url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
  });
  return {
    origin: url.origin,
    authorizationUrl: (parameters) => oidc.buildAuthorizationUrl(config, parameters),
    exchange: async (arrival, checks) =>
      readTokens(await oidc.authorizationCodeGrant(config, arrival, checks)),
    renew: async (token) => readTokens(await oidc.refreshTokenGrant(config, token)),
    async revoke(token) {
      if (config.serverMetadata().revocation_endpoint) await oidc.tokenRevocation(config, token);
    },
  };
}

const UNSAID_LIFE_SECONDS = 300;

type Answer = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

function readTokens(answer: Answer): IssuedTokens {
  return {
    accessToken: answer.access_token,
    expiresInMs: (answer.expires_in ?? UNSAID_LIFE_SECONDS) * 1_000,
    refreshToken: answer.refresh_token ?? null,
    subject: answer.claims()?.sub ?? null,
  };
}
