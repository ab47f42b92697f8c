import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '#contract/errors.ts';
import { projectFiles } from './gates/gate.ts';

const SEARCH = 'test/core/search/people-index.test.ts';
const ENGINE = 'test/core/sync/reduce.test.ts';
/**
 * Files without a test of their own, and the test that goes through them: a rule, a page
 * or a route is tested where it is asked, not where it is written.
 */
const THROUGH: Readonly<Record<string, string>> = {
  'core/codec/': 'test/core/codec/bucket.test.ts',
  'core/codec/directive-text': 'test/main/directives/check-directive.test.ts',
  'core/data/': 'test/core/data/words.test.ts',
  'core/data/gazetteer-places': 'test/core/data/gazetteer.test.ts',
  'core/domain/': 'test/core/domain/decide.test.ts',
  'core/ports': 'types only',
  'core/search/': SEARCH,
  'core/sync/': ENGINE,
  'core/sync/ask': 'test/core/sync/engine.test.ts',
  'core/sync/fetch-buckets': 'test/core/sync/engine.test.ts',
  'server/modules/devices/': 'test/server/modules/devices/routes.test.ts',
  'server/modules/digest/': 'test/server/modules/digest/digest.test.ts',
  'server/modules/directives/': 'test/server/modules/directives/directives.test.ts',
  'server/modules/health/': 'test/server/app.test.ts',
  'server/modules/pool/': 'test/server/modules/pool/buckets.test.ts',
  'server/modules/presence/': 'test/server/modules/presence/upkeep.test.ts',
  'server/modules/programme/': 'test/server/modules/programme/routes.test.ts',
  'server/modules/push/': 'test/server/modules/push/apply.test.ts',
  'server/modules/recovery/': 'test/server/modules/recovery/routes.test.ts',
  'server/modules/restore/': 'test/server/modules/restore/restore.test.ts',
  'server/modules/session/': 'test/server/modules/session/routes.test.ts',
  'server/modules/sign-in/': 'test/server/issuer/issuer.test.ts',
  'server/modules/streams/': 'test/server/modules/streams/routes.test.ts',
};

const sources = projectFiles(/^src\/.*\.tsx?$/);
const mirrored = sources.filter((file) => /^src\/(core|server\/modules)\/.*\.ts$/.test(file));

function testOf(file: string): string {
  const own = file.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts');
  if (existsSync(own)) return own;
  const name = file.slice('src/'.length, -'.ts'.length);
  const places = Object.keys(THROUGH).filter((place) => name.startsWith(place));
  const nearest = places.toSorted((a, b) => b.length - a.length)[0];
  return nearest === undefined ? '' : (THROUGH[nearest] ?? '');
}

test('every engine and every module of the centre has a test, its own or a named one', () => {
  expect(mirrored.length).toBeGreaterThan(60);
  const without = mirrored.filter((file) => testOf(file) === '');
  expect(without).toEqual([]);
});

test('no named test is missing, and no name stands for nothing', () => {
  for (const [place, path] of Object.entries(THROUGH)) {
    expect(path === 'types only' || existsSync(path), path).toBe(true);
    expect(
      mirrored.some((file) => file.startsWith(`src/${place}`)),
      place,
    ).toBe(true);
  }
});

test('every error code can happen: some code of the product gives it', () => {
  const written = sources
    .filter((file) => !/contract\/errors\.ts|ui\/error-words\.ts/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const never = ERROR_CODES.filter((code) => !written.includes(`'${code}'`));
  expect(never).toEqual([]);
});

test('no file of the product holds a path or a name of one machine', () => {
  expect(sources.length).toBeGreaterThan(300);
  const machine = /["'`(]\/(work|home|root|Users|tmp)\/|[A-Z]:\\\\Users|\.(internal|corp|lan)\b/;
  const found = projectFiles(/^(src|test|resources)\/|^[^/]+\.(json|ts|js|md)$/)
    .filter((file) => !/\.(png|sql)$|^package-lock|house\/mirror/.test(file))
    .filter((file) => file.startsWith('src/') && machine.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
