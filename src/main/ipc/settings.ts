import { fail, ok } from '#contract/errors.ts';
import type { Settings } from '#contract/ipc.ts';
import type { SettingsStore } from '../settings/settings-file.ts';
import type { Handlers } from './handle.ts';

/** What the requests about settings need. */
export interface SettingsDesk {
  readonly store: Pick<SettingsStore, 'read' | 'write'>;
  /** Follows each choice that was saved. */
  readonly changed: (settings: Settings) => void;
}

/** Requests about the choices kept on this device. */
export function settingsHandlers({
  store,
  changed,
}: SettingsDesk): Pick<Handlers, 'settings.read' | 'settings.write'> {
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
