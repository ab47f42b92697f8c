import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { ok } from '#contract/errors.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import { aLaptop, at, COUNCIL, cut, opening, page, person, row } from './centre.ts';
import { type FakeMain, startFakeMain } from './fake-main.ts';

const ROOM_BYTES = 600_000;
const PAGE = 2_000;
/** By then Chromium asks again how much room there is. */
const FORGETS_MS = 60_000;

let main: FakeMain;
afterEach(async () => {
  main.client.stop();
  await setQuota(null);
});

/** What this origin may keep on the disk; null = whatever Chromium gives it. */
async function setQuota(bytes: number | null): Promise<void> {
  const size = bytes === null ? {} : { quotaSize: bytes };
  const session = cdp() as { send(method: string, parts: object): Promise<unknown> };
  await session.send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...size });
}

it('[SY8] over its quota a page is told and not half there; what was here stays, and with room it comes', async () => {
  const laptop = aLaptop();
  const { usage = 0 } = await navigator.storage.estimate();
  await setQuota(usage + ROOM_BYTES);
  main = startFakeMain(async () => ok([]));
  await main.call('open', opening(laptop));
  const { manifest, buckets } = await cut([aCandidate({ id: person(1) })]);
  await main.call('manifest', manifest);
  await main.call('buckets', { epoch: manifest.epoch, buckets });
  await main.call('buckets-done', { epoch: 'e1', upTo: 100 });
  const first = page(COUNCIL, [row('vacancy', 1, aVacancy())]);
  await main.call('page', { bytes: first, snapshot: 'first' });
  await main.call('caught-up', { at: at('08:31') });

  // Chromium goes on for half a minute with the room it once saw, in whatever test that was.
  let held = 1;
  const next = () => {
    const more = Array.from({ length: PAGE }, (_, n) => held + 1 + n);
    const rows = more.map((n) =>
      row('vacancy', n, aVacancy({ id: anId(0x2000 + n), ref: `V${n}` })),
    );
    return page(COUNCIL, rows, { after: held });
  };
  const send = () => main.call('page', { bytes: next(), snapshot: 'none' });
  const untilMs = performance.now() + FORGETS_MS;
  let refusal: unknown = null;
  while (refusal === null && performance.now() < untilMs) {
    refusal = await send().then(
      () => null,
      (fault: unknown) => fault,
    );
    if (refusal === null) held += PAGE;
    await new Promise((done) => setTimeout(done, refusal === null ? 500 : 0));
  }
  const told = { code: 'STORE_DISK_FULL' };
  expect(refusal).toMatchObject(told);
  await expect(send()).rejects.toMatchObject(told);
  expect(await main.ask('vacancies.read', {})).toHaveLength(held);
  expect(main.damages()).toBe(0);

  await setQuota(null);
  const state = await main.call('open', opening(laptop));
  expect(state).toMatchObject({ rebuilt: null, people: 1, diskRefused: false });
  expect(state.cursors.find(({ stream }) => stream === COUNCIL)).toMatchObject({ seq: held });
  await send();
  expect(await main.ask('vacancies.read', {})).toHaveLength(held + PAGE);
}, 120_000);
