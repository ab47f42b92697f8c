import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readAssetManifest, resolveAsset } from '#main/assets.ts';
import { answerAsset } from '#main/protocol.ts';
import { CONTENT_SECURITY_POLICY } from '#main/security.ts';

const root = mkdtempSync(join(tmpdir(), 'swt-assets-'));
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(root, 'secret.html'), 'outside');
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
writeFileSync(join(folder, 'assets', 'index-1.js.map'), '{}');
const manifest = readAssetManifest(folder);
afterAll(() => rmSync(root, { recursive: true }));

test('S7 the page and its parts are found, and nothing else is listed', () => {
  expect([...manifest.keys()].sort()).toEqual(['/assets/index-1.js', '/index.html']);
  expect(resolveAsset('app://swt/', manifest)?.file).toBe(join(folder, 'index.html'));
  expect(resolveAsset('app://swt/index.html?x#y', manifest)?.file).toBe(join(folder, 'index.html'));
  expect(resolveAsset('app://swt/assets/index%2D1.js', manifest)?.isHashed).toBe(true);
});

test.each([
  'app://swt/../secret.html',
  'app://swt/%2e%2e/secret.html',
  'app://swt/..%2fsecret.html',
  'app://swt/assets/%2e%2e%2f%2e%2e%2fsecret.html',
  'app://swt/%252e%252e/secret.html',
  'app://swt/assets\\..\\..\\secret.html',
  'app://swt/index.html%00.js',
  'app://swt/%',
  'app://swt/assets',
  'app://swt/assets/',
  'app://swt/assets/index-1.js.map',
  'app://swt//index.html',
  'app://swt/INDEX.HTML',
  'app://swt/__proto__',
  'app://other/index.html',
  'app://swt.example.org/index.html',
  'app://swt:80/index.html',
  'app://me@swt/index.html',
  'app://me:word@swt/index.html',
  'https://swt/index.html',
  'file:///etc/passwd',
  'index.html',
  '',
])('S7 %s is nobody’s file', (url) => {
  expect(resolveAsset(url, manifest)).toBeNull();
});

test('S7 no address leads outside the manifest', () => {
  const files = new Set([...manifest.values()].map(({ file }) => file));
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e', '%2f', '%5c', '%00', 'assets', 'index.html', 'secret.html'),
    fc.string({ maxLength: 6 }),
  );
  const paths = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('/'));
  const hosts = fc.constantFrom('swt', 'swt', 'swt', 'evil', 'swt@evil', '');
  fc.assert(
    fc.property(hosts, paths, (host, path) => {
      const asset = resolveAsset(`app://${host}/${path}`, manifest);
      expect(asset === null || files.has(asset.file)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('S5 every answer carries the policy, found or not', async () => {
  const ask = (method: string, url: string) => answerAsset({ method, url }, manifest);
  const page = await ask('GET', 'app://swt/index.html');
  expect(page.status).toBe(200);
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const part = await ask('GET', 'app://swt/assets/index-1.js');
  expect(part.headers.get('cache-control')).toContain('immutable');
  const missing = await ask('GET', 'app://swt/nothing');
  expect(missing.status).toBe(404);
  const posted = await ask('POST', 'app://swt/index.html');
  expect(posted.status).toBe(405);
  for (const answer of [page, part, missing, posted]) {
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  }
});

test('S5 the policy forbids everything that it does not name', () => {
  const rules = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((rule) => {
      const [name = '', ...values] = rule.split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect(rules.get('default-src')).toBe("'none'");
  expect(rules.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(rules.get('connect-src')).toBe("'self'");
  expect(rules.get('require-trusted-types-for')).toBe("'script'");
  expect(rules.get('trusted-types')).toBe('swt-worker');
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});
