import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { sql } from 'kysely';
import type { DirectiveKey, SignedDirective } from '#contract/http/directives.ts';
import { type Directive, directiveText } from '#core/codec/directive-text.ts';
import { CannotStart, type Sql } from '#server/db/database.ts';

/** Signs what laptops are told to remove. */
export interface DirectiveSigner {
  /** What laptops check signatures with. */
  readonly keys: readonly DirectiveKey[];
  sign(directive: Omit<Directive, 'keyId'>): SignedDirective;
}

/**
 * Opens the key that directives are signed with.
 *
 * `given` is a private key as PEM, for production, where whoever can read the database
 * must not be able to empty laptops; without one a key is made once and kept in the
 * database. Throws `CannotStart` for a key of another kind.
 */
export async function openSigner(
  database: Sql,
  given: string | undefined,
): Promise<DirectiveSigner> {
  const key = readKey(given ?? (await keptKey(database)));
  const { x: publicKey = '' } = createPublicKey(key).export({ format: 'jwk' });
  const keyId = keyIdOf(publicKey);
  return {
    keys: [{ keyId, publicKey }],
    sign(unsigned) {
      const directive = { ...unsigned, keyId };
      const signature = sign(null, Buffer.from(directiveText(directive)), key);
      return { ...directive, signature: signature.toString('base64url') };
    },
  };
}

function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

function readKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: what it is must not get into a message.
  }
  throw new CannotStart('SWT_DIRECTIVE_KEY is not an Ed25519 private key in PEM.');
}

async function keptKey(database: Sql): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await sql`update central_state set directive_key = ${made} where directive_key is null`.execute(
    database,
  );
  const result = await sql<{ key: string }>`select directive_key as key
    from central_state`.execute(database);
  return result.rows[0]?.key ?? made;
}
