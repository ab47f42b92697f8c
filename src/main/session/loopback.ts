import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A door on this machine where the browser brings the answer of one sign-in. */
export interface Loopback {
  readonly redirectUri: string;
  /** The address that the browser came with; rejects when `signal` ends the wait. */
  readonly arrival: Promise<URL>;
  close(): void;
}

const PATH = '/callback';

/**
 * Opens a free port of 127.0.0.1 for the answer that carries our `state` (RFC 8252).
 *
 * Any other request is answered 404 and changes nothing. The caller closes it.
 */
export async function openLoopback(state: string, signal: AbortSignal): Promise<Loopback> {
  const arrived = Promise.withResolvers<URL>();
  arrived.promise.catch(() => {}); // closed before anyone waited
  const server = createServer((request, response) => {
    const url = readArrival(request, `127.0.0.1:${port()}`, state);
    answer(response, url);
    if (url) arrived.resolve(url);
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const stop = () => arrived.reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return {
    redirectUri: `http://127.0.0.1:${port()}${PATH}`,
    arrival: arrived.promise,
    close() {
      signal.removeEventListener('abort', stop);
      server.close();
      // The browser's page is on its way; what still hangs after that is cut.
      setTimeout(() => server.closeAllConnections(), 500).unref();
    },
  };
}

function readArrival(request: IncomingMessage, host: string, state: string): URL | null {
  if (request.method !== 'GET' || request.headers.host !== host) return null;
  const url = URL.parse(request.url ?? '', `http://${host}`);
  return url?.pathname === PATH && url.searchParams.get('state') === state ? url : null;
}

function answer(response: ServerResponse, url: URL | null): void {
  const [status, words] =
    url === null
      ? [404, 'There is nothing here.']
      : url.searchParams.has('code')
        ? [200, 'You are signed in. You can close this page and go back to Social Work Together.']
        : [200, 'You are not signed in. Close this page and try again in Social Work Together.'];
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="en-GB"><title>Social Work Together</title><h1>${words}</h1></html>`,
  );
}
