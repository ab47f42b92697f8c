import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Settings } from '#contract/ipc.ts';
import type { Log } from '#core/ports.ts';
import { writeFileAtomically } from '../atomic-file.ts';

const SettingsFile = Type.Object({
  version: Type.Literal(1),
  theme: Type.Enum(['system', 'light', 'dark']),
  density: Type.Enum(['dense', 'roomy']),
  singleKeys: Type.Boolean(),
  /** Where the recruiter last saved a file; Electron no longer remembers it. */
  exportFolder: Type.Union([Type.String({ maxLength: 1_000 }), Type.Null()]),
});
type SettingsFile = Static<typeof SettingsFile>;
const check = Compile(SettingsFile);

const DEFAULTS: SettingsFile = {
  version: 1,
  theme: 'system',
  density: 'dense',
  singleKeys: true,
  exportFolder: null,
};

/** The choices kept on this device. */
export interface SettingsStore {
  read(): Settings;
  /** Saves what is given and leaves the rest; returns the whole. Throws when the disk does. */
  write(change: SettingsChange): Settings;
  exportFolder(): string | null;
  rememberExportFolder(folder: string): void;
  /** Forgets every choice: they were somebody's. Throws when the disk does. */
  reset(): void;
}

/** Some of the settings; what is left out or undefined stays. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** Opens the settings; a file that cannot be read gives the defaults and is kept as `.bad`. */
export function openSettings(path: string, log: Log): SettingsStore {
  let held = readOrDefault(path, log);
  const save = (next: SettingsFile) => {
    writeFileAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
    held = next;
  };
  const read = (): Settings => {
    const { theme, density, singleKeys } = held;
    return { theme, density, singleKeys };
  };
  return {
    read,
    write({ theme = held.theme, density = held.density, singleKeys = held.singleKeys }) {
      save({ ...held, theme, density, singleKeys });
      return read();
    },
    exportFolder: () => held.exportFolder,
    rememberExportFolder: (folder) => save({ ...held, exportFolder: folder }),
    reset() {
      for (const name of [path, `${path}.bad`]) rmSync(name, { force: true });
      held = DEFAULTS;
    },
  };
}

function readOrDefault(path: string, log: Log): SettingsFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return DEFAULTS;
  }
  try {
    const found: unknown = JSON.parse(text);
    if (check.Check(found)) return found;
  } catch {
    // Falls through: not JSON is as bad as not ours.
  }
  log.warn('settings.unreadable');
  try {
    copyFileSync(path, `${path}.bad`);
  } catch {
    // Without room for the copy the defaults still do.
  }
  return DEFAULTS;
}
