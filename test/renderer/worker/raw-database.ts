/** Reads and changes IndexedDB as a thief or a failing disk would: past Dexie and the seal. */
export interface RawDatabase {
  /** Every value of every table, as it lies there. */
  dump(): Promise<readonly { readonly table: string; readonly value: RawValue }[]>;
  put(table: string, value: unknown): Promise<void>;
  clear(table: string): Promise<void>;
  /** Keeps everybody else waiting for a table until what is returned is called. */
  hold(table: string): () => void;
  close(): void;
}

/** A stored row; `sealed` is there in the tables that have it. */
export interface RawValue {
  readonly sealed: Uint8Array;
}

export async function openRaw(name: string): Promise<RawDatabase> {
  const db = await done(indexedDB.open(name));
  const table = (store: string, mode: IDBTransactionMode) =>
    db.transaction(store, mode).objectStore(store);
  return {
    async dump() {
      const all = await Promise.all(
        [...db.objectStoreNames].map(async (store) =>
          (await done(table(store, 'readonly').getAll())).map((value) => ({ table: store, value })),
        ),
      );
      return all.flat();
    },
    put: async (store, value) => void (await done(table(store, 'readwrite').put(value))),
    clear: async (store) => void (await done(table(store, 'readwrite').clear())),
    hold(store) {
      const held = table(store, 'readwrite');
      let isHeld = true;
      const again = () => {
        if (isHeld) held.count().onsuccess = again;
      };
      again();
      return () => {
        isHeld = false;
      };
    },
    close: () => db.close(),
  };
}

/** All text that can be read in a value without any key, whatever its encoding. */
export function readableText(value: unknown): string {
  if (value instanceof Uint8Array) {
    return `${new TextDecoder('latin1').decode(value)} ${new TextDecoder('utf-16le').decode(value)}`;
  }
  if (Array.isArray(value)) return value.map(readableText).join(' ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${readableText(inner)}`)
      .join(' ');
  }
  return String(value);
}

export function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
  });
}
