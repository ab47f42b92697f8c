import { afterEach, expect, it, vi } from 'vitest';
import { ok } from '#contract/errors.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { aCandidate } from '#test/builders/records.ts';
import { aLaptop, at, cut, type Laptop, opening, person } from '../centre.ts';
import { type FakeMain, startFakeMain } from '../fake-main.ts';
import { openRaw } from '../raw-database.ts';

const ADA = aCandidate({ id: person(1), givenName: 'Ada', familyName: 'Quillfeather' });
let main: FakeMain | undefined;

afterEach(() => main?.client.stop());

async function filesOf({ recruiterId }: Laptop): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(`swt-${recruiterId}`);
  const texts: string[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') texts.push(await (await handle.getFile()).text());
  }
  return texts;
}

async function imageRows({ recruiterId }: Laptop): Promise<number> {
  const raw = await openRaw(`swt-${recruiterId}`);
  const rows = (await raw.dump()).filter(({ table }) => table === 'image');
  raw.close();
  return rows.length;
}

it('[Q40] the real worker puts its index into files nobody can read, takes it up, and drops it', async () => {
  const laptop = aLaptop();
  main = startFakeMain(async () => ok([]));
  await main.call('open', opening(laptop));
  const { manifest, buckets } = await cut([ADA]);
  await main.call('manifest', manifest);
  await main.call('buckets', { epoch: manifest.epoch, buckets });
  await main.call('buckets-done', { epoch: manifest.epoch, upTo: 100 });
  await main.call('caught-up', { at: at('08:31') });
  await vi.waitFor(async () => expect(await imageRows(laptop)).toBe(1), { timeout: 10_000 });
  const files = await filesOf(laptop);
  expect(files).toHaveLength(2);
  for (const text of files) expect(text).not.toMatch(/Quillfeather/i);

  await main.call('lock', {});
  const state = await main.call('open', opening(laptop));
  expect(state).toMatchObject({ people: 1, rebuilt: null });
  const query = { ...EVERYBODY, text: 'quillf' };
  expect(await main.ask('find.run', { query, first: 5 })).toMatchObject({ total: 1 });
  expect(await filesOf(laptop)).toEqual(files);

  // Another recruiter opens theirs: what the first one left goes, with its files.
  await main.call('open', opening(aLaptop()));
  await expect(filesOf(laptop)).rejects.toThrow();
});
