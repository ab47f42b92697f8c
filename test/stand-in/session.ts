import type { Session as ElectronSession } from 'electron';
import { toReal } from './custom-schemes.ts';
import type { Chromium, Protocol } from './devtools.ts';

type CheckHandler = (
  contents: unknown,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean; requestingUrl: string },
) => boolean;

/** What Electron calls a permission, and what DevTools does. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

let chromium: Chromium | undefined;
let check: CheckHandler | undefined;

const defaultSession = {
  /** Nobody is there to be asked: what the check handler allows is granted, all else is refused. */
  setPermissionRequestHandler(
    _handler: Parameters<ElectronSession['setPermissionRequestHandler']>[0],
  ): void {},
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    check = handler ?? undefined;
  },
  setDevicePermissionHandler(
    _handler: Parameters<ElectronSession['setDevicePermissionHandler']>[0],
  ): void {},
};

export const session = { defaultSession };

export function startSession(to: Chromium): void {
  chromium = to;
}

/** Settles, before a page is loaded, what the application's check handler would answer it. */
export async function applyPermissions(contents: unknown, url: string): Promise<void> {
  if (!chromium || !check) return;
  const { root } = chromium;
  const real = new URL(toReal(url)).origin;
  if (real === 'null') return;
  const asked: Promise<unknown>[] = [];
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const origin = /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? '';
    const details = { isMainFrame: true, requestingUrl: url };
    const isAllowed = check(contents, permission, `${origin}/`, details);
    const setting: Protocol.Browser.PermissionSetting = isAllowed ? 'granted' : 'denied';
    for (const name of names) {
      asked.push(
        root.send('Browser.setPermission', { permission: { name }, setting, origin: real }),
      );
    }
  }
  await Promise.all(asked);
}
