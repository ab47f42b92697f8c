import { createRemoteJWKSet, decodeJwt, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { Refusal } from './problems.ts';

/** One issuer whose tokens are accepted. */
export interface TrustedIssuer {
  /** Exactly as in the token's `iss`. */
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/** What a good token says: who, and until when it holds. */
export interface Bearer {
  readonly subject: string;
  readonly expiresAtMs: number;
}

/** Checks an `Authorization` header; throws a `Refusal` for anything but a good token. */
export type CheckToken = (header: string | undefined) => Promise<Bearer>;

/**
 * Accepts access tokens of listed issuers only, shaped like Microsoft Entra ID v2.
 *
 * `oid` is the person, `tid` the council's tenant, `scp` shows that a person and not a
 * machine signed in. With many tenants each is listed by its own issuer, never by a
 * wildcard.
 */
export function tokenChecker(issuers: readonly TrustedIssuer[]): CheckToken {
  const byName = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  return async (header) => {
    if (!header) throw new Refusal('token-missing', 'Send a bearer token.');
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header)?.[1];
    if (!token) throw new Refusal('token-invalid', 'This is not a bearer token.');
    const trusted = byName.get(issuerOf(token) ?? '');
    if (!trusted) throw new Refusal('token-invalid', 'This issuer is not accepted here.');
    try {
      const { payload } = await jwtVerify(token, trusted.keys, {
        issuer: trusted.issuer,
        audience: [...trusted.audience],
        algorithms: ['RS256', 'PS256', 'ES256'],
        clockTolerance: 60,
        requiredClaims: ['exp', 'iat', 'oid', 'tid', 'scp'],
      });
      return { subject: String(payload.oid), expiresAtMs: Number(payload.exp) * 1000 };
    } catch (error) {
      throw refusalFor(error);
    }
  };
}

/**
 * Reads the signing keys of an issuer by OpenID Connect discovery, when first needed.
 *
 * Keys are kept for ten minutes; an unknown key id asks again, at most every 30 s.
 */
export function discoveredKeys(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  const discover = async () => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    const found = (await answer.json()) as { jwks_uri?: string };
    if (!found.jwks_uri) throw new errors.JWKSTimeout();
    return createRemoteJWKSet(new URL(found.jwks_uri), {
      cooldownDuration: 30_000,
      cacheMaxAge: 600_000,
      timeoutDuration: 5_000,
    });
  };
  return async (header, token) => {
    keys ??= discover();
    try {
      return await (await keys)(header, token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) keys = null;
      throw error;
    }
  };
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) {
    return new Refusal('token-expired', 'Renew the sign-in and ask again.');
  }
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
    return new Refusal('unavailable', 'The sign-in service cannot be reached at the moment.');
  }
  return new Refusal('token-invalid', 'This token is not accepted.');
}
