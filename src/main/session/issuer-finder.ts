import type { Result } from '#contract/errors.ts';
import type { Clock } from '#core/ports.ts';
import { isTrustworthy } from '../start-options.ts';
import { type Fetch, fetchSignInInfo, type SignInPlace } from './fetch-sign-in-info.ts';
import { discoverIssuer, type Issuer } from './issuer.ts';

/** The way to the sign-in service: the centre names it, its own document describes it. */
export interface IssuerFinder {
  /** Asks the centre anew. Errors: `NET_UNREACHABLE`. */
  ask(): Promise<Result<SignInPlace>>;
  /** Finds the issuer, asking only once; throws `TypeError` when it cannot be reached. */
  find(): Promise<Issuer>;
  /** The issuer's origin, once the centre has named it: it may be opened in the browser. */
  origin(): string | null;
}

/** Finds the issuer over the given network. */
export function findIssuers(fetch: Fetch, apiUrl: string, clock: Clock): IssuerFinder {
  let place: SignInPlace | null = null;
  let found: { readonly url: string; readonly issuer: Promise<Issuer> } | null = null;

  const ask = async () => {
    const answer = await fetchSignInInfo(fetch, apiUrl, () => clock.nowMs());
    if (answer.ok) place = answer.value;
    return answer;
  };
  return {
    ask,
    async find() {
      if (place === null) await ask();
      if (place === null) throw new TypeError('The centre cannot be reached.');
      const url = place.info.issuer;
      if (found?.url !== url) {
        found = { url, issuer: discoverIssuer(place, fetch) };
        found.issuer.catch(() => {
          found = null; // the next one asks again
        });
      }
      return found.issuer;
    },
    origin() {
      const url = URL.parse(place?.info.issuer ?? '');
      // Of any other scheme the origin is the word "null", which every file: address has too.
      return url && isTrustworthy(url) ? url.origin : null;
    },
  };
}
