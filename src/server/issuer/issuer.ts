import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { Account, IssuerOptions } from './account.ts';
import { choicePage, page, STYLE_PATH, sendPage, sendStyle } from './pages.ts';
import { buildProvider } from './provider.ts';

/** A running issuer. */
export interface Issuer {
  readonly url: string;
  close(): Promise<void>;
}

const MOST_FORM_BYTES = 4_096;

/**
 * Starts the embedded OpenID Connect issuer on loopback, on a port of its own.
 *
 * A real issuer (authorization code, PKCE, rotating refresh tokens) whose accounts are
 * made-up people, so it keeps no secret of theirs: whoever reaches this loopback port may
 * be any of them. It is for demonstrations, development and tests; councils use Microsoft
 * Entra ID. Rejects with `EADDRINUSE` when the port is taken.
 */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const server = createServer();
  await listen(server, options.port);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  const url = `http://127.0.0.1:${port}`;
  const provider = buildProvider(url, options);
  const callback = provider.callback();
  server.on('request', (request, response) => {
    const path = new URL(request.url ?? '/', url).pathname;
    if (path === STYLE_PATH) return sendStyle(response);
    if (!path.startsWith('/interaction/')) return void callback(request, response);
    interact(provider, options.accounts, { request, response }).catch(() => {
      const body = '<p>Go back to the app and start signing in again.</p>';
      if (!response.headersSent) sendPage(response, 400, page('This page has expired', body));
    });
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * The sign-in page. `login_hint` naming one of the made-up people signs them in without
 * a click: there is no secret to ask for, and it lets tests and `--sign-in` go the real way.
 */
async function interact(
  provider: Provider,
  accounts: readonly Account[],
  { request, response }: Exchange,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  const hinted = String(details.params.login_hint ?? '');
  const login = request.method === 'POST' ? await chosenLogin(request) : hinted;
  const account = accounts.find((candidate) => candidate.login === login);
  if (!account) return sendPage(response, 200, choicePage(accounts));
  await provider.interactionFinished(
    request,
    response,
    // Native apps are asked for consent always: both questions are answered at once.
    { login: { accountId: account.id, amr: ['none'] }, consent: {} },
    { mergeWithLastSubmission: false },
  );
}

async function chosenLogin(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > MOST_FORM_BYTES) throw new Error('the form is too large');
  }
  return new URLSearchParams(body).get('login') ?? '';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
