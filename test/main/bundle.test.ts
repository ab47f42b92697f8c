import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAssetManifest, resolveAsset } from '#main/assets.ts';

const root = new URL('../..', import.meta.url).pathname;
const out = mkdtempSync(join(tmpdir(), 'swt-out-'));
const read = (...path: string[]) => readFileSync(join(out, ...path), 'utf8');

beforeAll(() => {
  const command = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const words = [command, 'build', '--outDir', out, '--logLevel', 'error'];
  execFileSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

test('S15 preload is one CommonJS file that needs Electron and nothing else', () => {
  expect(readdirSync(join(out, 'preload'))).toEqual(['index.cjs']);
  const code = read('preload', 'index.cjs');
  const needed = [...code.matchAll(/\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map((it) => it[1]);
  expect(needed).toEqual(['electron']);
  expect(code).not.toMatch(/^\s*(import|export)\b|\bimport\(/m);
  expect(statSync(join(out, 'preload', 'index.cjs')).size).toBeLessThan(5_000);
});

test('main needs Electron and Node only: the package carries no node_modules', () => {
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((n) => `node:${n}`)]);
  const names = readdirSync(join(out, 'main'), { recursive: true, encoding: 'utf8' });
  expect(names).toEqual(['index.js']);
  const code = read('main', 'index.js');
  const needed = [...code.matchAll(/^import\b[^;]*?from\s*["']([^"']+)["']/gm)].map((it) => it[1]);
  expect(needed).toContain('electron');
  for (const name of needed) expect(known, name).toContain(name);
});

test('S2 main names no switch that weakens the browser, and runs no other program', () => {
  const code = read('main', 'index.js');
  expect(code).not.toMatch(/no-sandbox|disable-web-security|ignore-certificate-errors/);
  expect(code).not.toMatch(/certificate-error|setCertificateVerifyProc|executeJavaScript/);
  expect(code).not.toMatch(/child_process/);
  expect(code.match(/\.openExternal\(/g)).toHaveLength(1);
});

test('S1 the window gets one fixed set of preferences, and the preload that it names exists', () => {
  const code = read('main', 'index.js');
  expect(code.match(/new BrowserWindow\(/g)).toHaveLength(1);
  const [, literal = ''] = /Object\.freeze\(\{\s*preload:([^}]*)\}\)/.exec(code) ?? [];
  for (const line of ['sandbox: true', 'contextIsolation: true', 'webSecurity: true']) {
    expect(literal).toContain(line);
  }
  for (const key of ['nodeIntegration', 'webviewTag', 'spellcheck', 'devTools']) {
    expect(literal).toContain(`${key}: false`);
  }
  expect(literal).toContain('../preload/index.cjs');
});

test('every part that the page names is served, and no source map is', () => {
  const manifest = readAssetManifest(join(out, 'renderer'));
  const html = read('renderer', 'index.html');
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(2);
  for (const path of named) {
    const url = new URL(path, 'app://swt/index.html').href;
    expect(resolveAsset(url, manifest), path).not.toBeNull();
  }
  expect(html).toContain('lang="en-GB"');
  expect(html).not.toMatch(/<style|style="|\son[a-z]+="|<script(?![^>]*src=)/);
  expect([...manifest.keys()].filter((path) => path.endsWith('.map'))).toEqual([]);
});

test('the data worker is a file of its own, started through the one Trusted Types policy', () => {
  const scripts = readdirSync(join(out, 'renderer', 'assets')).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.filter((name) => name.startsWith('worker'))).toHaveLength(1);
  const page = scripts
    .filter((name) => name.startsWith('index'))
    .map((name) => read('renderer', 'assets', name));
  expect(page.join('').match(/createPolicy\(/g)).toHaveLength(1);
  for (const name of scripts) {
    const code = read('renderer', 'assets', name);
    expect(code, name).not.toContain('sourceMappingURL');
    expect(code, name).not.toMatch(/new Worker\(new URL\(/);
  }
});
