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
  allDestroyed(): void;
}

/** A laptop's keyring as it lies on its disk. */
export class SimulatedKeys {
  #keys = new Map<string, Key>();
  /** There while a change of keys is under way. */
  #nexts = new Map<string, Key>();
  readonly #chance: Chance;
  #number = 0;
  #generation = 1;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  has(stream: string): boolean {
    return this.#keys.has(stream);
  }

  names(): ReadonlySet<string> {
    return new Set([...this.#keys.keys(), ...this.#nexts.keys()]);
  }

  /** The names of all keys there are. */
  ids(): ReadonlySet<string> {
    return new Set([...this.#keys.values(), ...this.#nexts.values()].map(({ keyId }) => keyId));
  }

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const [keys, nexts] = [new Map(this.#keys), new Map(this.#nexts)];
    const generation = this.#generation;
    return () => {
      this.#keys = new Map(keys);
      this.#nexts = new Map(nexts);
      this.#generation = generation;
    };
  }

  /** The keyring as one run of the app sees it. */
  mount(owner: KeysOwner): Keyring {
    const draw = () => ({ keyId: `key ${++this.#number}`, raw: this.#chance.bytes(32) });
    const copyOf = ({ keyId, raw }: Key) => ({ keyId, raw: raw.slice() });
    const key = async (name: string) => {
      const held = this.#keys.get(name);
      const made = held ?? draw();
      if (!held) owner.commit(() => this.#keys.set(name, made));
      return copyOf(made);
    };
    const keysOf = async (name: string) => {
      const held = await key(name);
      const next = this.#nexts.get(name);
      return next ? [held, copyOf(next)] : [held];
    };
    return {
      generation: () => `generation ${this.#generation}`,
      isPersisted: true,
      wereLost: false,
      key,
      names: () => [...this.#keys.keys()] as StreamId[],
      streamKeys: async (stream) => (await keysOf(stream)).map((each) => ({ stream, ...each })),
      journalKeys: () => keysOf('journal'),
      beginRotation: async () => {
        const missing = [...this.#keys.keys()].filter((name) => !this.#nexts.has(name));
        owner.commit(() => {
          for (const name of missing) this.#nexts.set(name, draw());
        });
      },
      isRotating: () => this.#nexts.size > 0,
      endRotation: () =>
        owner.commit(() => {
          for (const [name, next] of this.#nexts) this.#keys.set(name, next);
          this.#nexts.clear();
        }),
      destroy: (name) =>
        owner.commit(() => {
          this.#keys.delete(name);
          this.#nexts.delete(name);
          owner.destroyed(name as StreamId);
        }),
      destroyAll: () =>
        owner.commit(() => {
          this.#keys.clear();
          this.#nexts.clear();
          this.#generation += 1;
          owner.allDestroyed();
        }),
    };
  }
}
