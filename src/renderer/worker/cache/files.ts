/** Files of one cache beside its database: for what is too large to be a value of it. */
export interface Files {
  names(): Promise<readonly string[]>;
  /** Rejects where there is none of this name. */
  read(name: string): Promise<Uint8Array<ArrayBuffer>>;
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** One that is not there is no fault. */
  remove(name: string): Promise<void>;
}

/**
 * Opens the files of a cache in the origin's private file system; null where there is none.
 *
 * They are read and written by handles that only a worker has: by way of blobs the same
 * bytes took several times as long.
 */
export async function openFiles(cacheName: string): Promise<Files | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return filesIn(await root.getDirectoryHandle(cacheName, { create: true }));
  } catch {
    return null;
  }
}

function filesIn(folder: FileSystemDirectoryHandle): Files {
  return {
    async names() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    async read(name) {
      const file = await folder.getFileHandle(name);
      const handle = await file.createSyncAccessHandle();
      try {
        const bytes = new Uint8Array(handle.getSize());
        handle.read(bytes);
        return bytes;
      } finally {
        handle.close();
      }
    },
    async write(name, bytes) {
      const file = await folder.getFileHandle(name, { create: true });
      const handle = await file.createSyncAccessHandle();
      try {
        // What is cut short here does not open, so nothing waits for the disk.
        if (handle.write(bytes) !== bytes.length) throw new DOMException('', 'QuotaExceededError');
      } finally {
        handle.close();
      }
    },
    async remove(name) {
      await folder.removeEntry(name).catch((error: unknown) => {
        if ((error as { readonly name?: string }).name !== 'NotFoundError') throw error;
      });
    },
  };
}

/** Removes the files of all caches but one; `mine` is null where nothing is kept. */
export async function dropFiles(mine: string | null): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) {
    if (name !== mine) await root.removeEntry(name, { recursive: true });
  }
}
