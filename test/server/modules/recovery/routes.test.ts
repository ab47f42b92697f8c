import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Session } from '#contract/http/session.ts';
import { sealSecret } from '#main/recovery/seal-secret.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem } from '../../test-client.ts';

async function hello(centre: TestCentre, who: 'rosa' | 'tom', device?: string) {
  const client = await centre.as(who, device);
  const body = { device: client.device, appVersion: '0.1.0' };
  const { recovery } = (await client.post('/v1/sync/session', body)).json<Session>();
  if (!recovery) throw new Error('no recovery key');
  return { client, recovery };
}

onEachEngine((centre) => {
  describe('a recovery key', () => {
    it('opens what its own recruiter sealed to it, on whichever laptop', async () => {
      const { recovery } = await hello(centre(), 'rosa', 'device-lost-0001');
      const secret = randomBytes(32);
      const sealed = sealSecret(recovery, secret);
      const { client, recovery: again } = await hello(centre(), 'rosa', 'device-new-0001');
      expect(again).toEqual(recovery);
      const answer = await client.post('/v1/recovery/open', sealed);
      expect(answer.json()).toEqual({ secret: secret.toString('base64url') });
    });

    it('does not open for a colleague, nor when a byte was changed', async () => {
      const { client: rosa, recovery } = await hello(centre(), 'rosa');
      const { client: tom } = await hello(centre(), 'tom');
      const sealed = sealSecret(recovery, randomBytes(32));
      expectProblem(await tom.post('/v1/recovery/open', sealed), 403, 'not-allowed');
      const bytes = Buffer.from(sealed.sealed, 'base64url');
      for (const at of [0, 40, 50, bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        const body = { ...sealed, sealed: changed.toString('base64url') };
        expectProblem(await rosa.post('/v1/recovery/open', body), 422, 'invalid');
      }
    });

    it('comes with a list of those who have withdrawn since', async () => {
      const { client } = await hello(centre(), 'rosa');
      const [stays, leaves] = centre()
        .people.slice(-2)
        .map(({ id }) => id);
      const pat = await centre().as('pat');
      await pat.post('/v1/programme/withdrawals', { candidateId: leaves ?? '' });
      const answer = await client.post('/v1/recovery/withdrawn', { people: [stays, leaves] });
      expect(answer.json()).toEqual({ withdrawn: [leaves] });
    });
  });

  it('a change that comes again from another laptop of the same recruiter counts once', async () => {
    const { client: lost } = await hello(centre(), 'rosa', 'device-lost-0002');
    const { client: fresh } = await hello(centre(), 'rosa', 'device-new-0002');
    const tom = (await hello(centre(), 'tom', 'device-tom-0002')).client;
    await lost.push(lost.change('noop', {}), lost.change('noop', {}));
    const change = lost.change('audit.record', { action: 'view', detail: 'once' });
    const first = await lost.push(change);
    const again = await fresh.push({ ...change, n: 1, ageMs: 5_000 });
    expect(again).toMatchObject({ lastN: 1, results: [{ id: change.id, n: 1 }] });
    expect(again.results[0]?.outcome).toBe(first.results[0]?.outcome);
    expect(again.results[0]?.seq).toBe(first.results[0]?.seq);
    const early = { device: fresh.device, mutations: [{ ...change, n: 9 }] };
    expectProblem(await fresh.post('/v1/sync/push', early), 409, 'order-gap');
    const stolen = await tom.push({ ...change, n: 1 });
    expect(stolen.results[0]).toMatchObject({ outcome: 'rejected' });
  });
});
