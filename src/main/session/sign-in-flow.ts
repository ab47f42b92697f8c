import {
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { IssuedTokens, Issuer } from './issuer.ts';
import { openLoopback } from './loopback.ts';

/** What one sign-in is made of. */
export interface SignInFlowParts {
  readonly issuer: Issuer;
  readonly scope: string;
  /** Whom to suggest to the sign-in service. */
  readonly login: string | null;
  /** Opens the system's browser; false when it could not. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Ends the wait: the person gave up, or it took too long. */
  readonly signal: AbortSignal;
}

const STOPPED = fail('AUTH_SIGN_IN_STOPPED', 'The sign-in was not finished. Try again.');

/**
 * Signs a person in with the system's browser: Authorization Code with PKCE, loopback redirect.
 *
 * The app never sees a password. Errors: `AUTH_SIGN_IN_STOPPED`, `NET_UNREACHABLE`.
 * RFC 8252, RFC 7636; decision C2.
 */
export async function runSignInFlow({
  issuer,
  scope,
  login,
  openBrowser,
  signal,
}: SignInFlowParts): Promise<Result<IssuedTokens>> {
  const verifier = randomPKCECodeVerifier();
  const state = randomState();
  const nonce = randomNonce();
  const door = await openLoopback(state, signal);
  try {
    const url = issuer.authorizationUrl({
      redirect_uri: door.redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(login === null ? {} : { login_hint: login }),
    });
    if (!(await openBrowser(url.href))) return STOPPED;
    const arrival = await door.arrival;
    const issued = await issuer.exchange(arrival, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    return ok(issued);
  } catch (error) {
    if (error instanceof TypeError) {
      return fail('NET_UNREACHABLE', 'The sign-in service cannot be reached.');
    }
    return STOPPED;
  } finally {
    door.close();
  }
}
