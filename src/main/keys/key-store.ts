import type { SafeStorage } from 'electron';

/** The operating system's key store, as far as we use it. */
export interface KeyStore {
  /** The name of what is behind it, for Sync and records. */
  readonly name: string;
  /** False: what it seals could be read by anyone, so nothing is kept (decision S6). */
  readonly isSafe: boolean;
  seal(text: string): Promise<Uint8Array>;
  /** Throws when the key store cannot open it. */
  open(sealed: Uint8Array): Promise<Opened>;
}

/** What a seal held; `isStale` asks for it to be sealed again with a newer key. */
export interface Opened {
  readonly text: string;
  readonly isStale: boolean;
}

/** The part of Electron's `safeStorage` in use: its asynchronous half. */
export type AsyncSafeStorage = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

const NAMES: Readonly<Record<string, string>> = { darwin: 'keychain', win32: 'dpapi' };

/** Looks at what the operating system offers; call once the app is ready. */
export async function openKeyStore(
  storage: AsyncSafeStorage,
  platform: NodeJS.Platform,
): Promise<KeyStore> {
  const isThere = await storage.isAsyncEncryptionAvailable();
  const name = NAMES[platform] ?? storage.getSelectedStorageBackend();
  return {
    name: isThere ? name : 'none',
    // Linux without a keyring "encrypts" with a password that is in the source of Chromium.
    isSafe: isThere && name !== 'basic_text' && name !== 'unknown',
    seal: (text) => storage.encryptStringAsync(text),
    async open(sealed) {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed));
      return { text: result, isStale: shouldReEncrypt };
    },
  };
}
