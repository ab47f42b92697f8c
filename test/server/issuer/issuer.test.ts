import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Account } from '#server/issuer/account.ts';
import { type Issuer, startIssuer } from '#server/issuer/issuer.ts';
import { issuerKeys } from '#server/issuer/keys.ts';
import { discoveredKeys, tokenChecker } from '#server/plugins/tokens.ts';
import { anId } from '#test/builders/records.ts';
import { ENGINES } from '../engines.ts';
import { discover, walkSignIn } from '../walk-sign-in.ts';

const AUDIENCE = 'api://swt-central';
const account = (number: number, name: string): Account => ({
  id: anId(number),
  login: `${name.toLowerCase()}@kent.example.org`,
  name,
  email: `${name.toLowerCase()}@kent.example.org`,
  jobTitle: 'Adviser',
  council: 'Kent',
  role: 'recruiter',
  tenant: 'made-up-kent',
});
const ROSA = account(1, 'Rosa');
const TOM = account(2, 'Tom');

for (const engine of ENGINES) {
  const name = engine.missing ? `${engine.name} (skipped: ${engine.missing})` : engine.name;
  describe.skipIf(engine.missing !== null)(`sign-in with the embedded issuer on ${name}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'swt-issuer-'));
    const keyFile = join(folder, 'keys.json');
    let database: Database;
    let issuer: Issuer;
    const start = async (port: number) =>
      startIssuer({
        port,
        database: database.sql,
        keys: await issuerKeys(keyFile),
        accounts: [ROSA, TOM],
        audience: AUDIENCE,
      });
    const check = (token: string | undefined) =>
      tokenChecker([
        { issuer: issuer.url, audience: [AUDIENCE], keys: discoveredKeys(issuer.url) },
      ])(`Bearer ${token}`);

    beforeAll(async () => {
      database = await engine.open();
      await migrate(database.sql);
      issuer = await start(0);
    });
    afterAll(async () => {
      await issuer.close();
      await database.close();
      rmSync(folder, { recursive: true });
    });

    it('signs in by choosing a person on the page, as Entra would shape it', async () => {
      const tokens = await walkSignIn(issuer.url, { choose: TOM.login });
      expect((await check(tokens.access_token)).subject).toBe(TOM.id);
      expect(decodeJwt(tokens.access_token)).toMatchObject({
        aud: AUDIENCE,
        oid: TOM.id,
        tid: 'made-up-kent',
        roles: ['recruiter'],
        scp: 'sync.read sync.write',
        ver: '2.0',
      });
    });

    it('signs in without a click when the address names a person', async () => {
      const tokens = await walkSignIn(issuer.url, { hint: ROSA.login });
      expect((await check(tokens.access_token)).subject).toBe(ROSA.id);
    });

    it('shows the list when the address names nobody we know', async () => {
      const nobody = walkSignIn(issuer.url, { hint: 'nobody@example.org' });
      await expect(nobody).rejects.toThrow(/Who are you today/);
    });

    it('renews, also after a restart, and refuses a renewal that was used', async () => {
      const tokens = await walkSignIn(issuer.url, { hint: ROSA.login });
      await issuer.close();
      issuer = await start(Number(new URL(issuer.url).port));
      // The first try may go out on a connection of the issuer that ended.
      const config = await discover(issuer.url).catch(() => discover(issuer.url));
      const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
      expect((await check(renewed.access_token)).subject).toBe(ROSA.id);
      expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
      await expect(
        oidc.refreshTokenGrant(config, tokens.refresh_token ?? ''),
      ).rejects.toMatchObject({
        error: 'invalid_grant',
      });
      // A token used twice may have been stolen: all that came of it ends.
      await expect(
        oidc.refreshTokenGrant(config, renewed.refresh_token ?? ''),
      ).rejects.toMatchObject({
        error: 'invalid_grant',
      });
    });

    it('refuses a wrong verifier, no PKCE, and a redirect that is not ours', async () => {
      const hint = ROSA.login;
      const wrong = walkSignIn(issuer.url, { hint, verifier: oidc.randomPKCECodeVerifier() });
      await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant' });
      const none = walkSignIn(issuer.url, {
        hint,
        changeUrl: (url) => {
          url.searchParams.delete('code_challenge');
          url.searchParams.delete('code_challenge_method');
        },
      });
      await expect(none).rejects.toMatchObject({ error: 'invalid_request' });
      const path = walkSignIn(issuer.url, { hint, redirectPath: '/elsewhere' });
      await expect(path).rejects.toThrow(/redirect_uri/);
      const changeUrl = (url: URL) =>
        url.searchParams.set('redirect_uri', 'https://evil.example.org/callback');
      await expect(walkSignIn(issuer.url, { hint, changeUrl })).rejects.toThrow(/redirect_uri/);
    });

    it('is not taken for the API: an id token opens nothing', async () => {
      const tokens = await walkSignIn(issuer.url, { hint: ROSA.login });
      await expect(check(tokens.id_token)).rejects.toMatchObject({ code: 'token-invalid' });
    });

    it('keeps its keys from others and its page under a strict policy', async () => {
      if (process.platform !== 'win32') expect(statSync(keyFile).mode & 0o077).toBe(0);
      const style = await fetch(`${issuer.url}/sign-in.css`);
      expect(style.headers.get('content-type')).toMatch(/^text\/css/);
      const page = await fetch(`${issuer.url}/interaction/none`);
      expect(page.status).toBe(400);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(await page.text()).not.toMatch(/https?:|style=|<script/);
    });
  });
}
