import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { councilStream, type IsoDate, PROGRAMME, type RecordId } from '#contract/brands.ts';
import type { SignedDirective } from '#contract/http/directives.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { Session } from '#contract/http/session.ts';
import { directiveText } from '#core/codec/directive-text.ts';
import { digestOfIds } from '#main/directives/directives.ts';
import { endProgramme } from '#server/modules/directives/end-programme.ts';
import { openSigner } from '#server/modules/directives/signer.ts';
import { anId } from '#test/builders/records.ts';
import { KENT, KENT_STREAM, STAFF, SURREY } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem, type TestClient } from '../../test-client.ts';

const AT = '2026-06-09T09:00:00.000Z';

async function sessionOf(
  client: TestClient,
  protocol = '2',
  holds?: readonly string[],
): Promise<Session> {
  const answer = await client.post(
    ENDPOINTS.session,
    { device: client.device, appVersion: '0.2.0', ...(holds ? { holds } : {}) },
    { 'swt-protocol': protocol, 'swt-device': client.device },
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Session>();
}

const told = async (client: TestClient) =>
  ((await sessionOf(client)).directives ?? []).map(
    ({ kind, stream, why }) => stream ?? why ?? kind,
  );

async function receipt(client: TestClient, ...directives: readonly SignedDirective[]) {
  const receipts = directives.map(({ id }) => ({ directive: id, at: AT, done: { notSent: 2 } }));
  const answer = await client.post(ENDPOINTS.receipts, { device: client.device, receipts });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ taken: RecordId[] }>().taken;
}

async function giveAccess(centre: TestCentre, who: keyof typeof STAFF, councils: string[]) {
  const pat = await centre.as('pat');
  const { id, role } = STAFF[who];
  const path = ENDPOINTS.access.replace(':id', id);
  const answer = await pat.post(path, { councils, role });
  expect(answer.statusCode, answer.body).toBe(204);
}

onEachEngine((centre) => {
  const laptop = (who: keyof typeof STAFF) => centre().as(who, `device-${randomUUID()}`);

  describe('directives', () => {
    it('signs every field of them with the key that the session tells', async () => {
      const una = await laptop('una');
      await sessionOf(una);
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      await giveAccess(centre(), 'una', [KENT]);
      const { directives: [directive] = [], directiveKeys: [key] = [] } = await sessionOf(una);
      await giveAccess(centre(), 'una', [SURREY]);
      if (!directive || !key) throw new Error('nothing was told');
      expect(directive.keyId).toBe(key.keyId);
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.publicKey };
      const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
      const isSigned = ({ signature, ...rest }: SignedDirective) =>
        verify(
          null,
          Buffer.from(directiveText(rest)),
          publicKey,
          Buffer.from(signature, 'base64url'),
        );
      expect(isSigned(directive)).toBe(true);
      expect(isSigned({ ...directive, device: 'another' })).toBe(false);
      expect(isSigned({ ...directive, stream: KENT_STREAM })).toBe(false);
    });

    it('a council taken away is a purge for every laptop of that recruiter, until receipted', async () => {
      const [one, two, other] = [await laptop('una'), await laptop('una'), await laptop('rosa')];
      for (const client of [one, two, other]) await sessionOf(client);
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      const before = (await sessionOf(one)).grantsRev;
      await giveAccess(centre(), 'una', [SURREY]);
      const after = await sessionOf(one);
      expect(after.grantsRev).toBeGreaterThan(before);
      expect(after.grants.map(({ stream }) => stream)).not.toContain(KENT_STREAM);
      expect(await told(one)).toEqual([KENT_STREAM]);
      expect(await told(two)).toEqual([KENT_STREAM]);
      expect(await told(other)).toEqual([]);
      expect(await receipt(one, ...(after.directives ?? []))).toHaveLength(1);
      expect(await told(one)).toEqual([]);
      expect(await told(two)).toEqual([KENT_STREAM]);
      // Given back before it was obeyed: there is nothing to obey any more.
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      expect(await told(two)).toEqual([]);
      await giveAccess(centre(), 'una', [SURREY]);
    });

    it('without a council a recruiter is granted nothing, and can still ask what to remove', async () => {
      const tom = await laptop('tom');
      await sessionOf(tom);
      await giveAccess(centre(), 'tom', []);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const session = await sessionOf(tom);
      expect(session.grants).toEqual([]);
      expect(await told(tom)).toEqual(['access-ended']);
      expectProblem(await tom.get(ENDPOINTS.manifest), 403, 'stream-not-granted');
      // A new laptop of theirs holds nothing, so there is nothing to remove.
      expect(await told(await laptop('tom'))).toEqual([]);
      await giveAccess(centre(), 'tom', [KENT]);
      expect(await told(tom)).toEqual([]);
      const recruiters = sql`delete from recruiter where id = ${STAFF.tom.id}::uuid`;
      await expect(recruiters.execute(centre().database.sql)).rejects.toThrow(/councils/);
    });

    it('an erasure reaches laptops that were away, not those that came after it', async () => {
      const away = await laptop('rosa');
      await sessionOf(away);
      const person = centre().people[40];
      const pat = await centre().as('pat');
      await pat.post(ENDPOINTS.withdrawals, { candidateId: person?.id });
      const late = await laptop('rosa');
      const { directives = [] } = await sessionOf(away);
      expect(directives).toMatchObject([{ kind: 'erase', device: '*', people: [person?.id] }]);
      expect(await told(late)).toEqual([]);
      // Somebody else cannot say that this laptop has done it.
      const una = await laptop('una');
      await una.post(ENDPOINTS.receipts, {
        device: away.device,
        receipts: directives.map(({ id }) => ({ directive: id, at: AT, done: { notSent: 0 } })),
      });
      expect(await told(away)).toEqual(['erase']);
      await receipt(away, ...directives);
      expect(await told(away)).toEqual([]);
    });

    it('[SY65] a laptop that holds what it may not read is told to remove it, until receipted', async () => {
      const una = await laptop('una');
      await sessionOf(una);
      const held = ['pool', KENT_STREAM, councilStream(SURREY)];
      const hears = async () => (await sessionOf(una, '2', held)).directives ?? [];
      const [first, ...more] = await hears();
      expect(first).toMatchObject({ kind: 'purge', stream: KENT_STREAM, device: una.device });
      expect(more).toEqual([]);
      expect(await hears()).toEqual([first]);
      if (first) await receipt(una, first);
      // Done, and it holds it all the same: put back from a copy, it is told anew.
      expect(await hears()).toMatchObject([{ kind: 'purge', stream: KENT_STREAM }]);
      await giveAccess(centre(), 'una', []);
      const other = await laptop('una');
      await sessionOf(other);
      const { directives } = await sessionOf(other, '2', held);
      await giveAccess(centre(), 'una', [SURREY]);
      expect(directives).toMatchObject([{ kind: 'wipe', why: 'access-ended' }]);
    });

    it('[SY65] a laptop that lost its name with its journal is told of erasures older than its new one', async () => {
      const person = centre().people[43];
      await (await centre().as('pat')).post(ENDPOINTS.withdrawals, { candidateId: person?.id });
      const { directives = [] } = await sessionOf(await laptop('rosa'), '2', ['pool']);
      expect(directives.flatMap(({ people = [] }) => people)).toContain(person?.id);
      // One that holds nothing is as new as its name.
      expect((await sessionOf(await laptop('rosa'), '2', [])).directives).toEqual([]);
    });

    it('closing freezes every laptop, reopening takes it back, the last day ends all access', async () => {
      const rosa = await laptop('rosa');
      await sessionOf(rosa);
      const pat = await centre().as('pat');
      await pat.post(ENDPOINTS.programmeStatus, { status: 'closed' });
      const { directives = [], programme } = await sessionOf(rosa);
      expect(directives).toMatchObject([
        { kind: 'freeze', device: '*', until: programme.retainUntil },
      ]);
      const before = (await sessionOf(rosa)).grantsRev;
      await pat.post(ENDPOINTS.programmeStatus, { status: 'reopened' });
      const reopened = await sessionOf(rosa);
      expect(reopened.directives).toEqual([]);
      // A laptop that runs comes for it: no directive says that one is taken back.
      expect(reopened.grantsRev).toBeGreaterThan(before);

      await pat.post(ENDPOINTS.programmeStatus, { status: 'closed' });
      const due = Date.parse(`${programme.retainUntil as IsoDate}T12:00:00Z`);
      expect(await endProgramme(centre().database, due)).toBe(0);
      const everybody = await endProgramme(centre().database, due + 86_400_000);
      expect(everybody).toBeGreaterThan(3);
      expect((await sessionOf(rosa)).grants).toEqual([]);
      expect(await told(rosa)).toEqual(['programme-ended', 'freeze']);
      expect(await endProgramme(centre().database, due + 86_400_000)).toBe(0);
      await pat.post(ENDPOINTS.programmeStatus, { status: 'open' });
      for (const who of ['rosa', 'tom', 'vera', 'mia'] as const) {
        await giveAccess(centre(), who, [KENT]);
      }
      await giveAccess(centre(), 'una', [SURREY]);
      expect(await told(rosa)).toEqual([]);
    });

    it('a device put back to an older copy of itself is told again what it had obeyed', async () => {
      const una = await laptop('una');
      await sessionOf(una);
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      await giveAccess(centre(), 'una', [SURREY]);
      const orders = (await sessionOf(una)).directives ?? [];
      await receipt(una, ...orders);
      const ids = orders.map(({ id }) => id);
      const sayObeyed = async (known: readonly RecordId[], unacknowledged: RecordId[] = []) => {
        const obeyed = { acknowledged: digestOfIds(known), unacknowledged };
        const body = { device: una.device, appVersion: '0.2.0', obeyed };
        const answer = await una.post(ENDPOINTS.session, body, { 'swt-protocol': '2' });
        const { forgotReceipts } = answer.json<Session>();
        return [forgotReceipts, await told(una)];
      };
      expect(await sayObeyed(ids)).toEqual([false, []]);
      // The answer to its receipts may have been lost on the way.
      expect(await sayObeyed([], ids)).toEqual([false, []]);
      expect(await sayObeyed([])).toEqual([true, [KENT_STREAM]]);
      expect(await sayObeyed([])).toEqual([false, [KENT_STREAM]]);
      await receipt(una, ...orders);
      // As many as the centre has receipts of, and others: a count would not show it.
      const others = ids.map((_, n) => anId<RecordId>(900 + n));
      expect(await sayObeyed(others)).toEqual([true, [KENT_STREAM]]);
      // What it may read again, it is not told to remove.
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      expect(await sayObeyed([])).toEqual([false, []]);
      await giveAccess(centre(), 'una', [SURREY]);
    });

    it('a device under a new name is told again what the old one was told to remove', async () => {
      const old = await laptop('una');
      await sessionOf(old);
      await giveAccess(centre(), 'una', [SURREY, KENT]);
      await giveAccess(centre(), 'una', [SURREY]);
      const person = centre().people[41];
      await (await centre().as('pat')).post(ENDPOINTS.withdrawals, { candidateId: person?.id });
      await receipt(old, ...((await sessionOf(old)).directives ?? []));
      expect(await told(old)).toEqual([]);
      const asNew = async (who: keyof typeof STAFF, formerly: string) => {
        const client = await laptop(who);
        const body = { device: client.device, appVersion: '0.2.0', formerly };
        await client.post(ENDPOINTS.session, body, { 'swt-protocol': '2' });
        return told(client);
      };
      expect((await asNew('una', old.device)).toSorted()).toEqual([KENT_STREAM, 'erase']);
      // Nobody can take over another recruiter's device.
      expect(await asNew('rosa', old.device)).toEqual([]);
    });

    it('a device that was told a session earlier than the centre remembers hears of erasures since', async () => {
      const una = await laptop('una');
      const before = (await sessionOf(una)).now;
      const person = centre().people[43];
      await (await centre().as('pat')).post(ENDPOINTS.withdrawals, { candidateId: person?.id });
      // As a centre restored to an older backup has it, that heard an old hello first.
      const again = await laptop('una');
      expect(await told(again)).toEqual([]);
      const since = { device: again.device, appVersion: '0.2.0', since: before };
      await again.post(ENDPOINTS.session, since, { 'swt-protocol': '2' });
      expect(await told(again)).toContain('erase');
    });

    it('more orders than one answer carries are told as more, and follow once these are receipted', async () => {
      const una = await laptop('una');
      await sessionOf(una);
      const { sql: database } = centre().database;
      await sql`insert into directive (kind, device, people) select 'erase', ${una.device},
        array[gen_random_uuid()] from generate_series(1, 101)`.execute(database);
      const first = await sessionOf(una);
      expect([first.directives?.length, first.moreDirectives]).toEqual([100, true]);
      await receipt(una, ...(first.directives ?? []));
      const second = await sessionOf(una);
      expect([second.directives?.length, second.moreDirectives]).toEqual([1, false]);
    });

    it('apps of the first protocol are told nothing they would not understand', async () => {
      const session = await sessionOf(await laptop('rosa'), '1');
      expect(session).not.toHaveProperty('directives');
      expect(session).not.toHaveProperty('directiveKeys');
    });

    it('keeps its key over a restart, takes one from outside, and refuses another kind', async () => {
      const { sql: database } = centre().database;
      const first = await openSigner(database, undefined);
      expect((await openSigner(database, undefined)).keys).toEqual(first.keys);
      await expect(openSigner(database, 'not a key')).rejects.toThrow(/SWT_DIRECTIVE_KEY/);
    });

    it('a role that may only read is told in the session, and its changes are refused in words', async () => {
      const una = await laptop('una');
      await una.push(una.change('noop', {}));
      const pat = await centre().as('pat');
      const path = ENDPOINTS.access.replace(':id', STAFF.una.id);
      await pat.post(path, { councils: [SURREY], role: 'viewer' });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect((await sessionOf(una)).recruiter.role).toBe('viewer');
      const wish = { candidateId: centre().people[3]?.id as never, reason: 'By letter' };
      const stream = `council:${SURREY}` as never;
      const { results } = await una.push(una.change('do-not-contact.set', wish, { stream }));
      expect(results[0]?.problem).toMatchObject({ code: 'not-allowed' });
      expect(results[0]?.problem?.detail).toMatch(/can read but not change/);
      const colleagues = (await una.changes(stream, 0)).items.filter((i) => i.kind === 'colleague');
      expect(colleagues.at(-1)?.doc).toMatchObject({ id: STAFF.una.id, role: 'viewer' });
      await pat.post(path, { councils: [SURREY], role: 'recruiter' });
      expect((await una.changes(PROGRAMME, 0)).items.length).toBeGreaterThan(0);
    });
  });
});
