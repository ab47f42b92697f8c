import { readFileSync, rmSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { writeFileAtomically } from '../atomic-file.ts';
import type { KeyStore } from './key-store.ts';

/** What reading a sealed file found: `lost` is there but cannot be opened. */
export type Found<Value> =
  | { readonly is: 'found'; readonly value: Value }
  | { readonly is: 'none' }
  | { readonly is: 'lost' };

/** One value that only this account of this device can read. */
export interface SealedFile<Value> {
  read(): Promise<Found<Value>>;
  /** Durable when it settles; does nothing where the key store is not safe. */
  write(value: Value): Promise<void>;
  remove(): void;
}

/** Keeps a value in a file, sealed by the operating system's key store. */
export function sealedFile<Schema extends TSchema>(
  path: string,
  schema: Schema,
  keyStore: KeyStore,
): SealedFile<Static<Schema>> {
  const check = Compile(schema);
  // Sealing takes time: an older value must not land on a newer one or after a removal.
  let turn = 0;
  const write = async (value: Static<Schema>) => {
    if (!keyStore.isSafe) return;
    const mine = ++turn;
    const sealed = await keyStore.seal(JSON.stringify(value));
    if (mine === turn) writeFileAtomically(path, sealed);
  };
  return {
    async read() {
      if (!keyStore.isSafe) return { is: 'none' };
      let sealed: Uint8Array;
      try {
        sealed = readFileSync(path);
      } catch {
        return { is: 'none' };
      }
      try {
        const { text, isStale } = await keyStore.open(sealed);
        const value: unknown = JSON.parse(text);
        if (!check.Check(value)) return { is: 'lost' };
        if (isStale) await write(value);
        return { is: 'found', value };
      } catch {
        return { is: 'lost' };
      }
    },
    write,
    remove() {
      turn++;
      rmSync(path, { force: true });
    },
  };
}
