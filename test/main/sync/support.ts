import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { ok, type Result } from '#contract/errors.ts';
import { createHttpApi, type HttpParts } from '#main/sync/http-api.ts';

/** A real server on loopback that answers as the test says, and what asked it. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { apiUrl: `http://127.0.0.1:${port}`, requests, close };
}

/** The HTTP end against that server, with tokens that can be renewed. */
export function apiFor(apiUrl: string, change: Partial<HttpParts> = {}) {
  const refused: string[] = [];
  let serial = 1;
  const api = createHttpApi({
    fetch: (url, init) => fetch(url, init),
    apiUrl,
    tokens: {
      accessToken: async (): Promise<Result<string>> => ok(`token-${serial}`),
      refuse(token) {
        refused.push(token);
        serial += 1;
      },
    },
    device: () => 'device-0001',
    appVersion: '0.1.0',
    platform: 'linux',
    timeoutMs: 400,
    ...change,
  });
  onTestFinished(() => api.close());
  return { api, refused };
}

/** Sends JSON. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));
}
