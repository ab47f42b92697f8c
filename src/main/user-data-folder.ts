import { join } from 'node:path';

/** As much of `process` as decides where files belong. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Says where the app keeps its files.
 *
 * On Windows never in the roaming profile: keys sealed for one machine do not open on
 * another, and the journal must not be copied about.
 */
export function readUserDataFolder(
  asked: string | null,
  usual: string,
  { platform, env }: Machine,
): string {
  if (asked !== null) return asked;
  const local = env.LOCALAPPDATA;
  return platform === 'win32' && local ? join(local, 'Social Work Together') : usual;
}
