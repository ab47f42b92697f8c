import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { StreamId } from '#contract/brands.ts';
import {
  type DirectiveKey,
  EVERY_DEVICE,
  type SignedDirective,
} from '#contract/http/directives.ts';
import { directiveText } from '#core/codec/directive-text.ts';

/** What a directive is judged by. */
export interface Judging {
  /** What was pinned; nothing else is believed. */
  readonly keys: readonly DirectiveKey[];
  readonly device: string;
  /** The centre's clock in the same answer: a laptop's own decides nothing (SY41). */
  readonly centreNowMs: number;
  /** What the same answer grants. */
  readonly granted: readonly StreamId[];
}

/**
 * What becomes of a directive: obeyed, or not.
 *
 * `not-now` contradicts the grants it came with, as a copy of an old one would; it is
 * passed over. Every other word is a refusal that the recruiter is told of.
 */
export type DirectiveVerdict =
  | 'obey'
  | 'not-now'
  | 'unknown-key'
  | 'not-signed'
  | 'other-device'
  | 'from-the-future'
  | 'incomplete';

/** Between the clocks of the centre's API and of its database. */
const TOLERANCE_MS = 10 * 60_000;

/** Judges a directive; nothing but `obey` changes anything durable (I16, D10). */
export function judgeDirective(directive: SignedDirective, by: Judging): DirectiveVerdict {
  const key = by.keys.find(({ keyId }) => keyId === directive.keyId);
  if (!key) return 'unknown-key';
  if (!isSigned(directive, key)) return 'not-signed';
  const { kind, device, stream, people, until, why, issuedAt } = directive;
  const isForAll = device === EVERY_DEVICE && (kind === 'erase' || kind === 'freeze');
  if (device !== by.device && !isForAll) return 'other-device';
  if (!(Date.parse(issuedAt) <= by.centreNowMs + TOLERANCE_MS)) return 'from-the-future';
  switch (kind) {
    case 'purge':
      if (!stream) return 'incomplete';
      return by.granted.includes(stream) ? 'not-now' : 'obey';
    case 'erase':
      return people ? 'obey' : 'incomplete';
    case 'freeze':
      return until ? 'obey' : 'incomplete';
    case 'wipe':
      return why ? 'obey' : 'incomplete';
  }
}

/** Keys as they are pinned, read once each. */
const read = new WeakMap<DirectiveKey, KeyObject>();

function keyOf(pinned: DirectiveKey): KeyObject {
  const known = read.get(pinned);
  if (known) return known;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: pinned.publicKey };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  read.set(pinned, key);
  return key;
}

function isSigned({ signature, ...directive }: SignedDirective, pinned: DirectiveKey) {
  try {
    const key = keyOf(pinned);
    const text = Buffer.from(directiveText(directive));
    return verify(null, text, key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/**
 * Reads the keys an installation is given: public keys in base64url, parted by commas.
 *
 * Null when none is given: then the first sign-in says which.
 */
export function readConfiguredKeys(text: string | undefined): readonly DirectiveKey[] | null {
  const keys = (text ?? '').split(',').map((key) => key.trim());
  const known = keys.filter((key) => /^[A-Za-z0-9_-]{43}$/.test(key));
  if (known.length === 0) return null;
  return known.map((publicKey) => {
    const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
    return { keyId, publicKey };
  });
}
