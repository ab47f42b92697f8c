import type { StreamId } from '#contract/brands.ts';
import type { Keyring } from '#main/keys/keyring.ts';
import type { Chance } from './chance.ts';

interface Key {
  readonly keyId: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** What one run of the app tells of its keys. */
export interface KeysOwner {
  /** One commit of the keyring; throws where the process ends with it. */
  commit(act: () => void): void;
  destroyed(stream: StreamId): void;
}

/** A laptop's keyring as it lies on its disk. */
export class SimulatedKeys {
  #keys = new Map<string, Key>();
  readonly #chance: Chance;
  #number = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  has(stream: string): boolean {
    return this.#keys.has(stream);
  }

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const copy = new Map(this.#keys);
    return () => {
      this.#keys = new Map(copy);
    };
  }

  /** The keyring as one run of the app sees it. */
  mount(owner: KeysOwner): Keyring {
    const key = async (name: string) => {
      const held = this.#keys.get(name);
      const made = held ?? { keyId: `key ${++this.#number}`, raw: this.#chance.bytes(32) };
      if (!held) owner.commit(() => this.#keys.set(name, made));
      return { keyId: made.keyId, raw: made.raw.slice() };
    };
    return {
      generation: () => 'generation 1',
      isPersisted: true,
      wereLost: false,
      key,
      names: () => [...this.#keys.keys()] as StreamId[],
      streamKey: async (stream) => ({ stream, ...(await key(stream)) }),
      destroy: (name) =>
        owner.commit(() => {
          this.#keys.delete(name);
          owner.destroyed(name as StreamId);
        }),
      destroyAll: () => this.#keys.clear(),
    };
  }
}
