/**
 * What `npm start` asks of the stand-in, over the channel that Node keeps between a process and
 * the child it forked: pictures of the windows. When the parent dies the application is quit.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';

/** Asked by the parent. */
export interface PicturesWanted {
  readonly kind: 'pictures';
}
/** The answer: where they are, one for each window. */
export interface PicturesTaken {
  readonly kind: 'pictures';
  readonly paths: readonly string[];
}

export function answerParent(): void {
  if (!process.send) return;
  process.on('disconnect', () => app.quit());
  process.on('message', (message: PicturesWanted) => {
    if (message.kind !== 'pictures') return;
    takePictures()
      .then((paths) => process.send?.({ kind: 'pictures', paths } satisfies PicturesTaken))
      .catch((error: unknown) => console.error('No picture could be taken:', error));
  });
}

async function takePictures(): Promise<string[]> {
  const windows = BrowserWindow.getAllWindows();
  return Promise.all(
    windows.map(async ({ webContents }, i) => {
      const path = join(app.getPath('userData'), `window-${i + 1}.png`);
      writeFileSync(path, await webContents.picture());
      return path;
    }),
  );
}
