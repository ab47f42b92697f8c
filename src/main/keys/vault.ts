import { councilStream, POOL, type StreamId } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import type { Standing } from '#contract/replica-port.ts';
import type { Vault } from '#core/sync/ports.ts';
import { type KeptSession, TEAM } from '../session/kept-session.ts';
import { type Keyring, streamsOf } from './keyring.ts';

const NOT_WRITTEN = fail('SAVE_FAILED', 'The keys of this device could not be written.');
/** What the vault must know of directives. */
export interface VaultOrders {
  /** Only what is signed removes anything: a grant that is missing keeps its key. */
  isSignedOnly(): boolean;
  isFrozen(): boolean;
  /** Streams whose keys are dead or about to be. */
  purging(): readonly StreamId[];
}

/** Says how the cache is opened: for whom, with which keys, and whether it may be kept. */
export function buildVault(
  keyring: Keyring,
  kept: () => KeptSession | null,
  orders: VaultOrders,
): Vault {
  const standing = ({ recruiter }: KeptSession): Standing => ({
    role: recruiter.role,
    isFrozen: orders.isFrozen(),
  });

  /** Keys whose streams are to be removed: by a directive, or, without any, by a missing grant. */
  function isDoomed(name: StreamId): boolean {
    return !orders.isSignedOnly() || orders.purging().includes(name);
  }

  return {
    async opening(asked) {
      const session = kept();
      const all: readonly StreamId[] = asked ?? session?.streams ?? [];
      const dead = orders.purging();
      const streams = all.filter((stream) => !dead.includes(stream));
      const council = session && (councilOf(session, streams) ?? councilOf(session, dead));
      if (!session || !council || !streams.includes(POOL)) {
        return fail('AUTH_SIGN_IN_AGAIN', 'Nobody is signed in on this device.');
      }
      const { id: recruiterId, name: recruiterName } = session.recruiter;
      const owner = { recruiterId, recruiterName, council, streams, standing: standing(session) };
      try {
        // The worker drops rows that no key is sent for: what is to be removed loses its key
        // before that, whatever its order waits for, or a kill cut short (SY3, SY61).
        const others = streamsOf(keyring).filter((name) => !streams.includes(name));
        for (const name of others) if (isDoomed(name)) keyring.destroy(name);
        const held = others.filter((name) => !isDoomed(name));
        return ok({
          owner,
          keys: (
            await Promise.all([...streams, ...held].map((stream) => keyring.streamKeys(stream)))
          ).flat(),
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
      const keys = await Promise.all(
        streamsOf(keyring).map((stream) => keyring.streamKeys(stream)),
      );
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
    standing() {
      const session = kept();
      return session && standing(session);
    },
  };
}

/**
 * The council being worked for, or another one that may be read.
 *
 * Where all are on their way out the last one lends its name, without a row: the cache must
 * open, or what is to be removed from it never is.
 */
function councilOf({ councils, councilId }: KeptSession, streams: readonly StreamId[]) {
  const open = councils.filter(({ id }) => id === TEAM.id || streams.includes(councilStream(id)));
  return open.find(({ id }) => id === councilId) ?? open[0];
}
