import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { ProgrammeChange } from '#contract/http/programme.ts';
import type { Session } from '#contract/http/session.ts';
import type { SignInInfo } from '#contract/http/sign-in.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { signInInBrowser } from './system-browser.ts';

/**
 * A caller of the centre that is not the application: the programme team at its own desk, or a
 * recruiter whose view of the centre a journey wants to compare with.
 *
 * Signs in by the same authorization code flow with PKCE as the application.
 */
export class CentreCaller {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(
    url: string,
    find: (account: SignInInfo['madeUpAccounts'][number]) => boolean,
  ) {
    const info = (await (await fetch(url + ENDPOINTS.signIn)).json()) as SignInInfo;
    const account = info.madeUpAccounts.find(find);
    if (!account) throw new Error('The centre lists no such account.');
    const verifier = randomBytes(32).toString('base64url');
    const { redirect, code } = await listenForCode();
    const address = new URL(`${info.issuer}/auth`);
    address.search = new URLSearchParams({
      client_id: info.clientId,
      response_type: 'code',
      scope: info.scope,
      redirect_uri: redirect,
      state: 'journey',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: account.login,
    }).toString();
    await signInInBrowser(address.href, account.name);
    const answer = await fetch(`${info.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: info.clientId,
        grant_type: 'authorization_code',
        code: await code,
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    const tokens = (await answer.json()) as { access_token?: string };
    if (!tokens.access_token) throw new Error(`No token: ${answer.status}`);
    return new CentreCaller(url, tokens.access_token);
  }

  /** The programme team's one account. */
  static programmeTeam(url: string): Promise<CentreCaller> {
    return CentreCaller.signIn(url, (account) =>
      /programme/i.test(`${account.role} ${account.council}`),
    );
  }

  async changeProgramme(change: ProgrammeChange): Promise<void> {
    await this.call('POST', ENDPOINTS.programmeStatus, change);
  }

  async withdraw(candidateId: string): Promise<void> {
    await this.call('POST', ENDPOINTS.withdrawals, { candidateId });
  }

  /** The name of another recruiter of the same council, as the centre lists them. */
  async colleagueOf(name: string): Promise<string> {
    const council = (await this.session()).councils[0]?.name;
    const info = (await (await fetch(this.#url + ENDPOINTS.signIn)).json()) as SignInInfo;
    const other = info.madeUpAccounts.find(
      (account) =>
        account.council === council && account.name !== name && account.role !== 'viewer',
    );
    if (!other) throw new Error(`${name} has no colleague.`);
    return other.name;
  }

  async session(): Promise<Session> {
    const body = { device: 'journey-caller', appVersion: '0.1.0' };
    return (await this.call('POST', ENDPOINTS.session, body)) as Session;
  }

  /** Everything of one stream this caller may read, as the text the centre sends. */
  async streamText(stream: string): Promise<string> {
    const grant = (await this.session()).grants.find((each) => each.stream === stream);
    if (!grant) throw new Error(`${stream} is not granted.`);
    let text = '';
    let after = 0;
    for (;;) {
      const path = ENDPOINTS.changes.replace(':stream', encodeURIComponent(stream));
      const page = (await this.call(
        'GET',
        `${path}?epoch=${grant.epoch}&after=${after}&snapAt=${grant.head}&limit=2000`,
      )) as { to: number; more: boolean };
      text += JSON.stringify(page);
      after = page.to;
      if (!page.more) return text;
    }
  }

  async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'swt-protocol': String(PROTOCOL_VERSION),
        'swt-device': 'journey-caller',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  }
}

async function listenForCode(): Promise<{ redirect: string; code: Promise<string> }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const redirect = `http://127.0.0.1:${address.port}/callback`;
  const code = new Promise<string>((arrived) => {
    server.on('request', (request, response) => {
      const found = new URL(request.url ?? '/', redirect).searchParams.get('code');
      response.writeHead(200, { connection: 'close' }).end('Signed in');
      if (!found) return;
      server.close();
      arrived(found);
    });
  });
  return { redirect, code };
}
