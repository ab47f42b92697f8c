import { join } from 'node:path';
import { expect, test } from 'vitest';
import { POOL, PROGRAMME, type StreamId } from '#contract/brands.ts';
import { openKeyStore } from '#main/keys/key-store.ts';
import { openKeyring } from '#main/keys/keyring.ts';
import { buildVault, type VaultOrders } from '#main/keys/vault.ts';
import type { KeptSession } from '#main/session/kept-session.ts';
import { systemRandom as random } from '#main/system.ts';
import { NO_DIRECTIVES } from '#test/builders/orders.ts';
import { fakeSafeStorage } from '../fake-safe-storage.ts';
import { keptLog, tempFolder } from '../temp-folder.ts';

const MEDWAY = 'council:medway' as StreamId;
const KENT = 'council:kent' as StreamId;

/** As much of a kept session as the vault reads. */
function kept(streams: readonly StreamId[]): KeptSession {
  const council = { id: 'kent', name: 'Kent', region: 'South East', lat: 51.2, lon: 0.5 };
  const recruiter = { id: 'r', name: 'Asha Verma' };
  return { councils: [council], councilId: 'kent', recruiter, streams } as never;
}

async function aVault(orders: Partial<VaultOrders>, session: () => KeptSession) {
  const keyStore = await openKeyStore(fakeSafeStorage(), 'linux');
  const path = join(tempFolder(), 'keyring.json');
  const keyring = await openKeyring({ path, keyStore, random, log: keptLog() });
  const vault = buildVault(keyring, session, { ...NO_DIRECTIVES, ...orders });
  const opened = async () => {
    const opening = await vault.opening(null);
    return opening.ok ? opening.value : null;
  };
  return { keyring, opened };
}

test('[SY60] of a centre that signs, a grant that is only missing keeps its key, and its rows', async () => {
  let session = kept([POOL, PROGRAMME, KENT, MEDWAY]);
  const { keyring, opened } = await aVault({ isSignedOnly: () => true }, () => session);
  await opened();
  session = kept([POOL, PROGRAMME, KENT]);
  const input = await opened();
  expect(keyring.names()).toContain(MEDWAY);
  expect(input?.owner.streams).not.toContain(MEDWAY);
  // The worker keeps rows that it gets a key for.
  expect(input?.keys.map(({ stream }) => stream)).toContain(MEDWAY);
});

test('[SY62] the only council on its way out: the cache opens without it, so that its rows can go', async () => {
  const orders = { isSignedOnly: () => true, purging: () => [KENT] };
  const { keyring, opened } = await aVault(orders, () => kept([POOL, PROGRAMME, KENT]));
  const input = await opened();
  expect(input?.owner).toMatchObject({ council: { id: 'kent' }, streams: [POOL, PROGRAMME] });
  expect(keyring.names()).not.toContain(KENT);
});

test('[SY61] what is to be removed loses its key before the cache opens without it', async () => {
  let purging: readonly StreamId[] = [];
  const orders = { isSignedOnly: () => true, purging: () => purging };
  const { keyring, opened } = await aVault(orders, () => kept([POOL, PROGRAMME, KENT]));
  await opened();
  expect(keyring.names()).toContain(KENT);
  // The order is written down, and waits for a change of keys to end.
  purging = [KENT];
  await opened();
  expect(keyring.names()).not.toContain(KENT);
});

test('[SY62] a stream on its way out gets no key, and another council is shown instead', async () => {
  const both = kept([POOL, PROGRAMME, KENT, MEDWAY]);
  const councils = [...both.councils, { ...both.councils[0], id: 'medway', name: 'Medway' }];
  const session = { ...both, councils } as never;
  const { keyring, opened } = await aVault(
    { isSignedOnly: () => true, purging: () => [KENT] },
    () => session,
  );
  const input = await opened();
  expect(keyring.names()).not.toContain(KENT);
  expect(input?.owner.streams).toEqual([POOL, PROGRAMME, MEDWAY]);
  expect(input?.owner.council.id).toBe('medway');
});

test('[SY3] the key of a stream that access has ended to goes at the next opening, after a kill too', async () => {
  const keyStore = await openKeyStore(fakeSafeStorage(), 'linux');
  const path = join(tempFolder(), 'keyring.json');
  const keyring = await openKeyring({ path, keyStore, random, log: keptLog() });
  await keyring.key('journal');
  let session = kept([POOL, PROGRAMME, KENT, MEDWAY]);
  const vault = buildVault(keyring, () => session, NO_DIRECTIVES);
  expect((await vault.opening(null)).ok).toBe(true);
  expect(keyring.names()).toContain(MEDWAY);
  // The session that took it away was kept, and then the app was killed.
  session = kept([POOL, PROGRAMME, KENT]);
  expect((await vault.opening(null)).ok).toBe(true);
  expect([...keyring.names()].sort()).toEqual(['journal', KENT, POOL, PROGRAMME].sort());
});
