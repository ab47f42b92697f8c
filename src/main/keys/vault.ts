import { POOL, type StreamId } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import type { Vault } from '#core/sync/ports.ts';
import type { KeptSession } from '../session/kept-session.ts';
import type { Keyring } from './keyring.ts';

const NOT_WRITTEN = fail('SAVE_FAILED', 'The keys of this device could not be written.');

/** Says how the cache is opened: for whom, with which keys, and whether it may be kept. */
export function buildVault(keyring: Keyring, kept: () => KeptSession | null): Vault {
  return {
    async opening(asked) {
      const session = kept();
      const council = session?.councils.find(({ id }) => id === session.councilId);
      const streams: readonly StreamId[] = asked ?? session?.streams ?? [];
      if (!session || !council || !streams.includes(POOL)) {
        return fail('AUTH_SIGN_IN_AGAIN', 'Nobody is signed in on this device.');
      }
      const { id: recruiterId, name: recruiterName } = session.recruiter;
      try {
        // A kill between the news that access ended and its key's end is made good here: first
        // the key, because the worker drops rows that no key is sent for (SY3).
        for (const name of keyring.names()) {
          if (name !== 'journal' && !streams.includes(name)) keyring.destroy(name);
        }
        return ok({
          owner: { recruiterId, recruiterName, council, streams },
          keys: (await Promise.all(streams.map((stream) => keyring.streamKeys(stream)))).flat(),
          generation: keyring.generation(),
          persist: keyring.isPersisted,
        });
      } catch {
        return NOT_WRITTEN;
      }
    },
    async beginRotation() {
      // What is in memory only leaves nothing behind.
      if (!keyring.isPersisted) return ok(null);
      try {
        await keyring.beginRotation();
        return ok(null);
      } catch {
        return NOT_WRITTEN;
      }
    },
    async nextKeys() {
      if (!keyring.isRotating()) return ok(null);
      const streams = keyring.names().flatMap((name) => (name === 'journal' ? [] : [name]));
      const keys = await Promise.all(streams.map((stream) => keyring.streamKeys(stream)));
      return ok(keys.flatMap((each) => each.at(-1) ?? []));
    },
    async endRotation() {
      try {
        keyring.endRotation();
        return ok(null);
      } catch {
        return NOT_WRITTEN;
      }
    },
    async destroyKey(stream) {
      try {
        keyring.destroy(stream);
        return ok(null);
      } catch {
        return fail('SAVE_FAILED', 'The key could not be destroyed.');
      }
    },
  };
}
