import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AsyncSafeStorage } from '#main/keys/key-store.ts';

/** A key store in memory that really seals; what it is asked to be can be changed. */
export interface FakeSafeStorage extends AsyncSafeStorage {
  isThere: boolean;
  backend: ReturnType<AsyncSafeStorage['getSelectedStorageBackend']>;
  /** As after a rotation: what is opened should be sealed again. */
  isStale: boolean;
  /** As after a new password or profile: nothing sealed before opens any more. */
  loseKey(): void;
  /** How often something was sealed. */
  seals: number;
}

/** Wraps by AES-256-GCM under a key that exists only here. */
export function fakeSafeStorage(): FakeSafeStorage {
  let key = randomBytes(32);
  const storage: FakeSafeStorage = {
    isThere: true,
    backend: 'gnome_libsecret',
    isStale: false,
    seals: 0,
    loseKey() {
      key = randomBytes(32);
    },
    isAsyncEncryptionAvailable: async () => storage.isThere,
    getSelectedStorageBackend: () => storage.backend,
    async encryptStringAsync(text) {
      storage.seals++;
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    async decryptStringAsync(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      const text = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
      return { result: text.toString('utf8'), shouldReEncrypt: storage.isStale };
    },
  };
  return storage;
}
