/** What runs in the application's page about the image of its index; each stands alone. */

/** Waits until the index has been put away. */
export async function untilImage(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`${request.error}`));
    });
  const startedMs = performance.now();
  for (;;) {
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name));
      const count = db.objectStoreNames.contains('image')
        ? await done(db.transaction('image').objectStore('image').count())
        : 0;
      db.close();
      if (count > 0) return;
    }
    if (performance.now() - startedMs > 120_000) throw new Error('The index was not put away.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Takes the image away, so that the next start reads everybody. */
export async function dropImage(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`${request.error}`));
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    if (db.objectStoreNames.contains('image')) {
      await done(db.transaction('image', 'readwrite').objectStore('image').clear());
    }
    db.close();
  }
}
