import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Session } from '#contract/http/session.ts';
import { KENT_STREAM, STAFF } from '../../staff.ts';
import { onEachEngine } from '../../test-centre.ts';
import { expectProblem } from '../../test-client.ts';

onEachEngine((centre) => {
  describe('a session', () => {
    it('says who is calling, what they may read and where the device stands', async () => {
      const rosa = await centre().as('rosa', 'device-session');
      await rosa.push(rosa.change('noop', {}), rosa.change('noop', {}));
      const hello = { device: rosa.device, appVersion: '0.1.0' };
      const session = (await rosa.post('/v1/sync/session', hello)).json<Session>();
      expect(Check(Session, session)).toBe(true);
      expect(session.now).toBe('2026-06-09T09:00:00.000Z');
      expect(session.lastN).toBe(2);
      expect(session.recruiter).toMatchObject({ id: STAFF.rosa.id, role: 'recruiter' });
      expect(session.councils.map(({ id }) => id)).toEqual(['kent']);
      expect(session.grants.map(({ stream, access }) => `${stream} ${access}`)).toEqual([
        'pool r',
        'programme r',
        `${KENT_STREAM} rw`,
        'presence r',
        `user:${STAFF.rosa.id} rw`,
      ]);
      expect(session.grants[0]?.head).toBe(300);
    });

    it('tells an app of protocol 1 of no stream it does not know', async () => {
      const old = await centre().as('rosa', 'device-of-old');
      old.protocol = 1;
      const hello = { device: old.device, appVersion: '0.1.0' };
      const { grants } = (await old.post('/v1/sync/session', hello)).json<Session>();
      expect(grants.map(({ stream }) => stream)).toEqual(['pool', 'programme', KENT_STREAM]);
      const { heads } = (await old.get('/v1/sync/heads')).json();
      expect(Object.keys(heads)).toEqual(['pool', 'programme', KENT_STREAM]);
      const page = await old.get('/v1/sync/streams/presence/changes?epoch=x&after=0');
      expectProblem(page, 403, 'stream-not-granted');
    });

    it('lets the programme team see nothing of who was in touch with whom', async () => {
      const pat = await centre().as('pat');
      const hello = { device: pat.device, appVersion: '0.1.0' };
      const { grants } = (await pat.post('/v1/sync/session', hello)).json<Session>();
      expect(grants.map(({ stream }) => stream)).not.toContain('presence');
    });

    it('starts a device it has never seen at 0', async () => {
      const rosa = await centre().as('rosa');
      const hello = { device: 'device-brand-new', appVersion: '0.1.0' };
      expect((await rosa.post('/v1/sync/session', hello)).json<Session>().lastN).toBe(0);
      expectProblem(await rosa.post('/v1/sync/session', { device: 'x' }), 422, 'invalid');
    });
  });
});
