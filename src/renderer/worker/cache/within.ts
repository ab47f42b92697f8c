/** What waits longer for the disk than this will not come: something else holds it. */
const DISK_WITHIN_MS = 30_000;

/** Rejects where the disk has not answered in so many milliseconds; it may still do so, unheard. */
export function within<Value>(work: Promise<Value>, ms = DISK_WITHIN_MS): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The disk does not answer.')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
