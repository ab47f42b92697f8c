import { Compile } from 'typebox/compile';
import { fail, ok, type Result } from '#contract/errors.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { SignInInfo } from '#contract/http/sign-in.ts';

const WAIT_MS = 10_000;
const check = Compile(SignInInfo);

/** Electron's `net.fetch`, or what stands in for it in a test. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Where to sign in, and how far this device's clock is from the centre's. */
export interface SignInPlace {
  readonly info: SignInInfo;
  /** What to add to our clock, in seconds; 0 when the centre did not say. */
  readonly clockOffsetSeconds: number;
}

/**
 * Asks the centre where to sign in.
 *
 * An answer that is not ours (a captive portal's page, a proxy's) counts as no answer.
 * Errors: `NET_UNREACHABLE`.
 */
export async function fetchSignInInfo(
  fetch: Fetch,
  apiUrl: string,
  nowMs: () => number,
): Promise<Result<SignInPlace>> {
  try {
    const answer = await fetch(`${apiUrl}${ENDPOINTS.signIn}`, {
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const body: unknown = answer.ok ? await answer.json() : null;
    if (check.Check(body)) {
      const theirs = Date.parse(answer.headers.get('date') ?? '');
      const offset = Number.isNaN(theirs) ? 0 : Math.round((theirs - nowMs()) / 1_000);
      return ok({ info: body, clockOffsetSeconds: offset });
    }
  } catch {
    // No answer at all says the same as one that is not ours.
  }
  return fail('NET_UNREACHABLE', 'The sign-in service cannot be reached.');
}
