import type { Session as ElectronSession } from 'electron';
import { toReal } from './custom-schemes.ts';
import type { Chromium, Protocol } from './devtools.ts';

type Handler<Name extends keyof ElectronSession> = ElectronSession[Name] extends (
  handler: infer H,
) => void
  ? H
  : never;
type CheckHandler = NonNullable<Handler<'setPermissionCheckHandler'>>;

/** What Electron calls a permission, and what DevTools does. */
const PERMISSIONS: readonly (readonly [Parameters<CheckHandler>[1], ...string[]])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['geolocation', 'geolocation'],
  ['media', 'camera', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
];

let chromium: Chromium | undefined;
let check: CheckHandler | undefined;

const defaultSession = {
  /** Nobody is there to be asked: what the check handler allows is granted, all else is refused. */
  setPermissionRequestHandler(_handler: Handler<'setPermissionRequestHandler'>): void {},
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    check = handler ?? undefined;
  },
  setDevicePermissionHandler(_handler: Handler<'setDevicePermissionHandler'>): void {},
};

export const session = { defaultSession };

export function startSession(to: Chromium): void {
  chromium = to;
}

/** Settles, before a page is loaded, what the application's check handler would answer it. */
export async function applyPermissions(url: string): Promise<void> {
  if (!chromium || !check) return;
  const { root } = chromium;
  const real = new URL(toReal(url)).origin;
  if (real === 'null') return;
  const origin = `${/^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? ''}/`;
  const asked: Promise<unknown>[] = [];
  for (const [permission, ...names] of PERMISSIONS) {
    const isAllowed = check(null, permission, origin, { isMainFrame: true, requestingUrl: url });
    const setting: Protocol.Browser.PermissionSetting = isAllowed ? 'granted' : 'denied';
    for (const name of names) {
      asked.push(
        root.send('Browser.setPermission', { permission: { name }, setting, origin: real }),
      );
    }
  }
  await Promise.all(asked);
}
