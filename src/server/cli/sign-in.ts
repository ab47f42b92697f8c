import { join } from 'node:path';
import type { SignInInfo } from '#contract/http/sign-in.ts';
import type { Database } from '#server/db/database.ts';
import { type Account, CLIENT_ID, SCOPE } from '#server/issuer/account.ts';
import { startIssuer } from '#server/issuer/issuer.ts';
import { issuerKeys } from '#server/issuer/keys.ts';
import { readCouncils, readRecruiters } from '#server/modules/session/repository.ts';
import { discoveredKeys, type TrustedIssuer } from '#server/plugins/tokens.ts';
import { stepping } from './listen.ts';

/** Whom the centre trusts to sign people in, and what it tells the app about it. */
export interface SignIn {
  readonly trusted: readonly TrustedIssuer[];
  readonly info: Omit<SignInInfo, 'programmeName'>;
  close(): Promise<void>;
}

/** What sign-in is set up from. */
export interface SignInSetup {
  readonly database: Database;
  readonly port: number;
  readonly data: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const AUDIENCE = 'api://swt-central';

/**
 * Trusts the issuers named in `SWT_ISSUERS`, or starts the embedded one.
 *
 * `SWT_ISSUERS` lists issuers exactly as in their tokens, with spaces between, for
 * example one `https://login.microsoftonline.com/<tenant>/v2.0` per enrolled council;
 * `SWT_AUDIENCE`, `SWT_CLIENT_ID` and `SWT_SCOPE` go with it.
 */
export async function setUpSignIn(setup: SignInSetup): Promise<SignIn> {
  const { env } = setup;
  const named = (env.SWT_ISSUERS ?? '').split(/\s+/).filter((issuer) => issuer !== '');
  const audience = [env.SWT_AUDIENCE ?? AUDIENCE];
  const trust = (issuer: string) => ({ issuer, audience, keys: discoveredKeys(issuer) });
  const [first] = named;
  if (first) {
    const clientId = env.SWT_CLIENT_ID ?? CLIENT_ID;
    const scope = env.SWT_SCOPE ?? `openid profile offline_access ${audience[0]}/sync`;
    const info = { issuer: first, clientId, scope, madeUpAccounts: [] };
    return { trusted: named.map(trust), info, close: async () => {} };
  }
  const accounts = await readAccounts(setup.database);
  const keys = await issuerKeys(join(setup.data, 'issuer-keys.json'));
  const database = setup.database.sql;
  const issuer = await stepping(
    setup.port,
    (port) => startIssuer({ port, database, keys, accounts, audience: AUDIENCE }),
    setup.say,
  );
  const madeUpAccounts = accounts.map(({ login, name, council, role }) => ({
    login,
    name,
    council,
    role,
  }));
  return {
    trusted: [trust(issuer.url)],
    info: { issuer: issuer.url, clientId: CLIENT_ID, scope: SCOPE, madeUpAccounts },
    close: () => issuer.close(),
  };
}

/** The made-up recruiters as accounts; who works for no council is the programme team. */
export async function readAccounts(database: Database): Promise<readonly Account[]> {
  const recruiters = await readRecruiters(database.sql);
  const ids = [...new Set(recruiters.flatMap((recruiter) => recruiter.councils))];
  const names = new Map((await readCouncils(database.sql, ids)).map(({ id, name }) => [id, name]));
  return recruiters.map(({ councils: [councilId], ...recruiter }) => ({
    ...recruiter,
    council: (councilId && names.get(councilId)) ?? 'Programme team',
    tenant: `made-up-${councilId ?? 'programme'}`,
  }));
}
