import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file of ours that a page may load. */
export interface Asset {
  readonly file: string;
  readonly type: string;
  /** Its name carries its content's hash, so it may be kept for ever. */
  readonly isHashed: boolean;
}

/** Every file a page may load, by its path in the address. */
export type AssetManifest = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Lists what was built into a folder; files of a kind no page loads (source maps) are left out. */
export function readAssetManifest(folder: string): AssetManifest {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const path = `/${name.split(sep).join('/')}`;
    assets.set(path, { file: join(folder, name), type, isHashed: path.startsWith('/assets/') });
  }
  return assets;
}

/**
 * Finds the file for an address, by looking it up and never by building a path.
 *
 * Host and scheme are ours, no credentials or port, decoded once; anything else is null.
 * Total and pure. Rule S7.
 */
export function resolveAsset(url: string, manifest: AssetManifest): Asset | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'app:' || parsed.host !== 'swt') return null;
  if (parsed.username || parsed.password) return null;
  try {
    const path = decodeURIComponent(parsed.pathname);
    return manifest.get(path === '/' || path === '' ? '/index.html' : path) ?? null;
  } catch {
    return null; // a lone % is nobody's file
  }
}
