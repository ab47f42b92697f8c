/**
 * Lets everything that waits go first: questions of the page above all.
 *
 * Long work is done in parts with this between them, so that no key press waits for more
 * than one part. At once where there is nobody to wait, as in Node.
 */
export async function breathe(): Promise<void> {
  if (typeof scheduler === 'undefined') return;
  await scheduler.postTask(() => {}, { priority: 'background' });
}
