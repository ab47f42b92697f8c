import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the embedded issuer signs with. */
export interface IssuerKeys {
  readonly jwks: { readonly keys: JWK[] };
  readonly cookies: string[];
}

/** Reads the issuer's keys, or makes them on first use in a file only its owner may read. */
export async function issuerKeys(file: string): Promise<IssuerKeys> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as IssuerKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = await makeIssuerKeys();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Makes new keys; every token signed by older ones is then refused. */
export async function makeIssuerKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomBytes(6).toString('hex');
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid };
  return { jwks: { keys: [key] }, cookies: [randomBytes(24).toString('hex')] };
}
