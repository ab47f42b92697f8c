import type { StreamId } from '#contract/brands.ts';
import type { StreamKey } from '#contract/replica-port.ts';
import { createSealer, type Sealer } from '#core/crypto/seal.ts';
import type { Random } from '#core/ports.ts';

/** A sealer with the name of its key, which lies beside what it seals. */
export interface NamedSealer extends Sealer {
  readonly keyId: string;
}

/** The keys of an open cache: two of a stream while the keys of this device change. */
export interface RowKeys {
  has(stream: StreamId): boolean;
  /** The newest key, to seal with; by its name, an older one, to open with. Throws without. */
  sealerOf(stream: StreamId, keyId?: string): NamedSealer;
  /** Takes keys that are newer than those held, and wipes their raw bytes. */
  add(keys: readonly StreamKey[]): void;
  /** Forgets all but the newest: everything lies under those. */
  settle(): void;
}

/** Makes the set of keys of one cache; `missing` is thrown for a stream or key it does not hold. */
export function createRowKeys(
  contextOf: (keyId: string) => string,
  random: Random,
  missing: () => Error,
): RowKeys {
  const held = new Map<StreamId, readonly NamedSealer[]>();
  return {
    has: (stream) => held.has(stream),
    sealerOf(stream, keyId) {
      const sealers = held.get(stream) ?? [];
      const found = keyId === undefined ? sealers[0] : sealers.find((one) => one.keyId === keyId);
      if (!found) throw missing();
      return found;
    },
    add(keys) {
      for (const { stream, keyId, raw } of keys) {
        const sealer = { ...createSealer(raw, contextOf(keyId), random), keyId };
        const others = (held.get(stream) ?? []).filter((one) => one.keyId !== keyId);
        held.set(stream, [sealer, ...others]);
        raw.fill(0);
      }
    },
    settle() {
      for (const [stream, sealers] of held) held.set(stream, sealers.slice(0, 1));
    },
  };
}
