import { ok } from '#contract/errors.ts';
import type { AppInfo } from '#contract/ipc.ts';
import type { Handlers } from './handle.ts';

/** Versions and health. */
export function appHandlers(info: AppInfo): Pick<Handlers, 'app.read'> {
  return { 'app.read': () => ok(info) };
}
