import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './app.ts';

const HEAD = Buffer.from('si1');
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key file beside the data keeps nothing from whoever reads that folder. */
function readKey(): Buffer {
  const folder = app.getPath('userData');
  const file = join(folder, 'stand-in-key');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}

/** Only the asynchronous half: the other is deprecated in Electron 45. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => app.isReady(),

  /** A proper one unless told otherwise, so that both ways of the application can be walked. */
  getSelectedStorageBackend: (): 'basic_text' | 'gnome_libsecret' =>
    process.env.SWT_STAND_IN_STORAGE === 'basic_text' ? 'basic_text' : 'gnome_libsecret',

  async encryptStringAsync(plainText: string): Promise<Buffer> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', readKey(), iv);
    const sealed = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()]);
    return Buffer.concat([HEAD, iv, cipher.getAuthTag(), sealed]);
  },

  async decryptStringAsync(
    encrypted: Buffer,
  ): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const tagAt = HEAD.length + IV_BYTES;
    const iv = encrypted.subarray(HEAD.length, tagAt);
    const tag = encrypted.subarray(tagAt, tagAt + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', readKey(), iv).setAuthTag(tag);
      const plain = [decipher.update(encrypted.subarray(tagAt + TAG_BYTES)), decipher.final()];
      return { result: Buffer.concat(plain).toString('utf8'), shouldReEncrypt: false };
    } catch {
      throw new Error('Error while decrypting the ciphertext provided to decryptStringAsync.');
    }
  },
};
