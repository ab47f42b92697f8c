import { ok } from '#contract/errors.ts';
import type { AppInfo } from '#contract/ipc.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Handlers } from './handle.ts';

/** What versions and health are read from. */
export interface AppFacts {
  readonly apiUrl: string;
  readonly appVersion: string;
  readonly keyring: Pick<Keyring, 'isPersisted'>;
  readonly keyStore: Pick<KeyStore, 'name'>;
}

/** Reads versions and health of this run; they do not change while it lasts. */
function readAppInfo({ apiUrl, appVersion, keyring, keyStore }: AppFacts): AppInfo {
  return {
    appVersion,
    protocol: PROTOCOL_VERSION,
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    platform: process.platform,
    apiUrl,
    persisted: keyring.isPersisted,
    keyStore: keyStore.name,
  };
}

/** Requests about versions and health. */
export function appHandlers(facts: AppFacts): Pick<Handlers, 'app.read'> {
  const info = readAppInfo(facts);
  return { 'app.read': () => ok(info) };
}
