import { fail, ok } from '#contract/errors.ts';
import type { Settings } from '#contract/ipc.ts';
import type { SettingsStore } from '../settings/settings-file.ts';
import type { Handlers } from './handle.ts';

/** Requests about the choices kept on this device; `changed` follows each that was saved. */
export function settingsHandlers(
  store: SettingsStore,
  changed: (settings: Settings) => void,
): Pick<Handlers, 'settings.read' | 'settings.write'> {
  return {
    'settings.read': () => ok(store.read()),
    'settings.write': (change) => {
      try {
        const next = store.write(change);
        changed(next);
        return ok(next);
      } catch {
        return fail('SAVE_FAILED', 'The settings could not be saved on this device.');
      }
    },
  };
}
