import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok } from '#contract/errors.ts';
import type { Handlers } from './handle.ts';

/** What the requests about the desk need of the operating system. */
export interface Desk {
  /** False when the address is not on the list or nothing opens it. */
  readonly openOutside: (url: string) => Promise<boolean>;
  readonly print: () => void;
  /** Asks where to save; null when the recruiter changed their mind. */
  readonly askWhere: (suggested: string) => Promise<string | null>;
  readonly exportFolder: () => string | null;
  readonly rememberExportFolder: (folder: string) => void;
}

/** Requests that reach out of the window: links, printing, files. */
export function deskHandlers(
  desk: Desk,
): Pick<Handlers, 'desk.open' | 'desk.print' | 'desk.save-file'> {
  return {
    async 'desk.open'({ url }) {
      if (await desk.openOutside(url)) return ok(null);
      return fail('RULE_REFUSED', 'This address cannot be opened from here.');
    },
    'desk.print'() {
      desk.print();
      return ok(null);
    },
    async 'desk.save-file'({ suggestedName, text }) {
      const name = readFileName(suggestedName);
      const path = await desk.askWhere(join(desk.exportFolder() ?? '', name));
      if (path === null) return ok(null);
      try {
        await writeFile(path, text, { flush: true });
        desk.rememberExportFolder(dirname(path));
        return ok(path);
      } catch (error) {
        const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC';
        return isFull
          ? fail('SAVE_DISK_FULL', 'The disk is full; the file was not saved.')
          : fail('SAVE_FAILED', 'The file could not be saved there.');
      }
    },
  };
}

/** A name without a folder and without what file systems cannot hold. */
function readFileName(suggested: string): string {
  const name = basename(suggested).replaceAll(/[^\p{L}\p{N} ._-]/gu, '-');
  return name.replace(/^[.\s]+/, '') || 'export.csv';
}
