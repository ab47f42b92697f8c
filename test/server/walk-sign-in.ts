import { createServer } from 'node:http';
import * as oidc from 'openid-client';
import { CLIENT_ID, SCOPE } from '#server/issuer/account.ts';

/** A browser of one sign-in: cookies, redirects and at most one form. */
async function browse(start: URL, redirectUri: string, choose: string | null): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = start;
  let init: RequestInit = {};
  for (let step = 0; step < 15; step += 1) {
    if (next.href.startsWith(redirectUri)) return next;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location) {
      next = new URL(location, next);
      init = {};
      continue;
    }
    const page = await answer.text();
    if (answer.status !== 200 || choose === null) throw new Error(`${answer.status}: ${page}`);
    init = { method: 'POST', body: new URLSearchParams({ login: choose }) };
  }
  throw new Error('the sign-in goes round in circles');
}

/** How one walk differs from the ordinary one. */
export interface Walk {
  /** Named in the address: no click. */
  readonly hint?: string;
  /** Chosen on the page. */
  readonly choose?: string;
  readonly redirectPath?: string;
  readonly changeUrl?: (url: URL) => void;
  readonly verifier?: string;
}

/** Finds an issuer as the desktop does. */
export function discover(issuer: string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(issuer), CLIENT_ID, undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  });
}

/** Walks the whole sign-in as desktop and browser; returns the tokens. */
export async function walkSignIn(issuer: string, walk: Walk) {
  const config = await discover(issuer);
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}${walk.redirectPath ?? '/callback'}`;
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: SCOPE,
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(walk.hint ? { login_hint: walk.hint } : {}),
  });
  walk.changeUrl?.(url);
  const back = await browse(url, redirectUri, walk.choose ?? null);
  return oidc.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: walk.verifier ?? verifier,
    expectedState: state,
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
