/**
 * Schemes of the application's own. Plain Chromium knows none, so `scheme://host` lives at
 * `https://host.scheme.invalid`: a secure, standard origin that no resolver ever answers. Requests
 * to it are stopped on their way out and answered by the application's handler, headers and all.
 */
import type { Chromium, Protocol } from './devtools.ts';
import { mayNavigate } from './targets.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Paused = Protocol.Events['Fetch.requestPaused'];
const handlers = new Map<string, Handler>();
const schemes = new Set<string>();

/** `app://host/path` as Chromium knows it; any other address as it is. */
export function toReal(url: string): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][\w+.-]*):\/\/([^/]+)(.*)$/is.exec(url) ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url;
}

/** The way back. */
export function fromReal(url: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/([^/]+)\.([^./]+)\.invalid(?=\/|$)(.*)$/s.exec(url) ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** A policy names origins: ours must be named as Chromium knows them. */
function realPolicy(policy: string): string {
  return policy.replace(/[a-z][\w+.-]*:\/\/[^\s;,]+/gi, toReal);
}

export const protocol = {
  registerSchemesAsPrivileged(custom: { scheme: string }[]): void {
    for (const { scheme } of custom) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
};

/** Called once Chromium runs. One place stops the requests of every page and of every worker. */
export async function interceptRequests({ root }: Chromium): Promise<void> {
  root.on('Fetch.requestPaused', (paused) => {
    answer(paused).catch(() => {}); // the page went away
  });
  async function answer(paused: Paused): Promise<unknown> {
    const { request, requestId, resourceType, frameId, redirectedRequestId } = paused;
    const url = fromReal(request.url);
    const isRedirect = redirectedRequestId !== undefined;
    if (resourceType === 'Document' && !mayNavigate(frameId, { url, isRedirect })) {
      return root.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    }
    if (url === request.url) return root.send('Fetch.continueRequest', { requestId });
    const response = await ask(url, request);
    if (!response) return root.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return root.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({
        name,
        value: realHeader(name, value),
      })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }
  const own = [...schemes].map((scheme) => ({ urlPattern: `https://*.${scheme}.invalid/*` }));
  const everywhere = { urlPattern: '*', resourceType: 'Document' } as const;
  await root.send('Fetch.enable', { patterns: [...own, everywhere] });
}

async function ask(url: string, request: Paused['request']): Promise<Response | undefined> {
  const { method, headers, postDataEntries = [] } = request;
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  const init = { method, headers, body: request.hasPostData === true ? body : null };
  try {
    return await handlers.get(new URL(url).protocol.slice(0, -1))?.(new Request(url, init));
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

function realHeader(name: string, value: string): string {
  if (name === 'content-security-policy') return realPolicy(value);
  return name === 'location' ? toReal(value) : value;
}
