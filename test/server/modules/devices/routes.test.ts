import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POOL } from '#contract/brands.ts';
import type { Device, Devices } from '#contract/http/devices.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { Session } from '#contract/http/session.ts';
import type { STAFF } from '../../staff.ts';
import { onEachEngine } from '../../test-centre.ts';
import { expectProblem, type TestClient } from '../../test-client.ts';

const hello = (client: TestClient, protocol = '2') =>
  client.post(
    ENDPOINTS.session,
    { device: client.device, appVersion: '0.2.0' },
    { 'swt-protocol': protocol, 'swt-device': client.device },
  );

onEachEngine((centre) => {
  async function laptop(who: keyof typeof STAFF) {
    const client = await centre().as(who, `device-${randomUUID()}`);
    await hello(client);
    return client;
  }
  const wipe = (by: TestClient, { device }: { readonly device: string }) =>
    by.post(ENDPOINTS.wipeDevice.replace(':device', device));
  const listed = async (by: TestClient) =>
    (await by.get(ENDPOINTS.devices)).json<Devices>().devices.map(({ device }) => device);

  describe('laptops', () => {
    it('are listed for the programme team, and to a council lead those of their own council', async () => {
      const [rosa, una] = [await laptop('rosa'), await laptop('una')];
      const [pat, mia] = [await centre().as('pat'), await centre().as('mia')];
      expect(await listed(pat)).toEqual(expect.arrayContaining([rosa.device, una.device]));
      const kent = await listed(mia);
      expect(kent).toContain(rosa.device);
      expect(kent).not.toContain(una.device);
      expectProblem(await rosa.get(ENDPOINTS.devices), 403, 'not-allowed');
      const { devices } = (await pat.get(ENDPOINTS.devices)).json<Devices>();
      expect(devices.find(({ device }) => device === rosa.device)).toMatchObject({
        recruiter: { name: 'Rosa Boyd' },
        councils: ['Kent'],
        appVersion: '0.2.0',
        wipe: null,
      });
    });

    it('a wiped one gets the order and nothing else, until it says it is done, and after', async () => {
      const rosa = await laptop('rosa');
      const [pat, mia, una] = [
        await centre().as('pat'),
        await centre().as('mia'),
        await laptop('una'),
      ];
      expectProblem(await wipe(mia, una), 404, 'not-found');
      expectProblem(await wipe(una, rosa), 403, 'not-allowed');
      expectProblem(await wipe(pat, { device: 'nobody-has-this' }), 404, 'not-found');
      const ordered = (await wipe(mia, rosa)).json<Device>();
      expect(ordered.wipe).toMatchObject({ why: 'ordered', doneAt: null, notSent: null });
      expect((await wipe(pat, rosa)).json<Device>().wipe).toEqual(ordered.wipe);

      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const session = (await hello(rosa)).json<Session>();
      expect(session.grants).toEqual([]);
      expect(session.directives).toMatchObject([{ kind: 'wipe', device: rosa.device }]);
      const mine = { 'swt-device': rosa.device };
      expectProblem(await rosa.get(ENDPOINTS.heads, mine), 403, 'not-allowed');
      expectProblem(await hello(rosa, '1'), 403, 'not-allowed');
      const change = { device: rosa.device, mutations: [rosa.change('noop', {})] };
      expectProblem(await rosa.post(ENDPOINTS.push, change), 403, 'not-allowed');
      // Another laptop of hers goes on.
      const second = await laptop('rosa');
      expect((await second.changes(POOL, 0)).items.length).toBeGreaterThan(0);

      // Whoever signs in next on it hands the receipt in.
      const [directive] = session.directives ?? [];
      const receipts = [
        { directive: directive?.id, at: '2026-06-09T09:00:00.000Z', done: { notSent: 2 } },
      ];
      const body = { device: rosa.device, receipts };
      expect((await una.post(ENDPOINTS.receipts, body)).statusCode).toBe(200);
      const { devices } = (await pat.get(ENDPOINTS.devices)).json<Devices>();
      expect(devices.find(({ device }) => device === rosa.device)?.wipe).toMatchObject({
        doneAt: '2026-06-09T09:00:00.000Z',
        notSent: 2,
      });
      // Put back from an image it would ask again.
      expect((await hello(rosa)).json<Session>().directives).toHaveLength(1);
    });
  });
});
