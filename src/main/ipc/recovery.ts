import type { Recovery } from '../recovery/recovery.ts';
import type { Handlers } from './handle.ts';

/** Requests about recovery files. */
export function recoveryHandlers(
  recovery: Pick<Recovery, 'saveFile' | 'openFile'>,
): Pick<Handlers, 'recovery.save' | 'recovery.open'> {
  return {
    'recovery.save': () => recovery.saveFile(),
    'recovery.open': () => recovery.openFile(),
  };
}
