import { pack, unpack } from './packing.ts';

/*
 * The parts of the browser the replica uses, without threads: they answer in the same
 * turn, so that the order of everything is that of the world's heap. Compression only
 * notices damage, and the cipher only binds bytes to key and place, as the real ones do.
 */

type Bytes = Uint8Array<ArrayBuffer>;
type Transform = (bytes: Bytes) => Bytes;

/** A transform stream for one value: what was written is changed when it is read. */
class Through {
  readonly #change: Transform;
  #written: Bytes[] = [];

  constructor(change: Transform) {
    this.#change = change;
  }

  readonly writable = {
    getWriter: () => ({
      write: async (bytes: Bytes) => void this.#written.push(bytes),
      close: async () => {},
    }),
  };

  readonly readable = {
    getReader: () => ({
      read: async () => {
        const [bytes] = this.#written.splice(0);
        return bytes ? { done: false, value: this.#change(bytes) } : { done: true };
      },
    }),
  };
}

class Compression extends Through {
  constructor() {
    super(pack);
  }
}

class Decompression extends Through {
  constructor() {
    super(unpack);
  }
}

const TAG_BYTES = 16;

interface How {
  readonly additionalData: Uint8Array;
}

function tagOf(key: Uint8Array, { additionalData }: How): number {
  let hash = 0x811c9dc5;
  for (const part of [key, additionalData]) {
    for (const byte of part) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

const subtle = {
  importKey: async (_format: string, raw: Uint8Array) => raw.slice(),
  async encrypt(how: How, key: Uint8Array, data: Uint8Array): Promise<ArrayBuffer> {
    const sealed = new Uint8Array(data.length + TAG_BYTES);
    new DataView(sealed.buffer).setUint32(0, tagOf(key, how));
    sealed.set(data, TAG_BYTES);
    return sealed.buffer;
  },
  async decrypt(how: How, key: Uint8Array, data: Uint8Array): Promise<ArrayBuffer> {
    const said = new DataView(data.buffer, data.byteOffset).getUint32(0);
    if (said !== tagOf(key, how)) throw new Error('not sealed with this key for this place');
    return data.slice(TAG_BYTES).buffer;
  },
};

const never = new AbortController().signal;

/** Puts the simulated parts in the place of Node's; for a process of its own only. */
export function installPlatform(): void {
  const parts = {
    CompressionStream: Compression,
    DecompressionStream: Decompression,
    crypto: { subtle },
  };
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  // The simulated network ends calls by virtual time.
  AbortSignal.timeout = () => never;
  AbortSignal.any = () => never;
}
