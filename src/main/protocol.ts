import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { type AssetManifest, resolveAsset } from './assets.ts';
import { CONTENT_SECURITY_POLICY } from './security.ts';

/** Tells Electron, before it is ready, that `app:` is a secure origin like https. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page and nothing else. */
export function serveAssets(protocol: Protocol, manifest: AssetManifest): void {
  protocol.handle('app', (request) => answerAsset(request, manifest));
}

/** Answers one request of a page: GET only, known files only, every header that protects. */
export async function answerAsset(
  request: Pick<Request, 'method' | 'url'>,
  manifest: AssetManifest,
): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: HEADERS });
  const asset = resolveAsset(request.url, manifest);
  if (!asset) return new Response(null, { status: 404, headers: HEADERS });
  const keep = asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
  const headers = { ...HEADERS, 'Content-Type': asset.type, 'Cache-Control': keep };
  return new Response(await readFile(asset.file), { headers });
}

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};
