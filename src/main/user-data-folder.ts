import { join } from 'node:path';

/** What decides where the app keeps its files. */
export interface FolderFacts {
  readonly asked: string | null;
  readonly usual: string;
  readonly platform: NodeJS.Platform;
  readonly localAppData: string | undefined;
}

/**
 * Says where the app keeps its files.
 *
 * On Windows never in the roaming profile: keys sealed for one machine do not open on
 * another, and the journal must not be copied about.
 */
export function readUserDataFolder({ asked, usual, platform, localAppData }: FolderFacts): string {
  if (asked !== null) return asked;
  if (platform === 'win32' && localAppData) return join(localAppData, 'Social Work Together');
  return usual;
}
