import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rules from './borders.mjs';

const THING = 'export type Thing = string;\nexport const thing = 1;\n';

/** One fault per rule: the file that breaks it, what it imports, and the file imported. */
const FAULTS: Readonly<Record<string, readonly [from: string, imports: string, target?: string]>> =
  {
    'no-cycles': ['src/core/a.ts', './b.ts', 'src/core/b.ts'],
    'contract-is-bottom': ['src/contract/a.ts', '#core/x.ts', 'src/core/x.ts'],
    'contract-knows-typebox-only': ['src/contract/b.ts', 'uuid'],
    'core-is-plain': ['src/core/c.ts', '#main/x.ts', 'src/main/x.ts'],
    'core-knows-few-packages': ['src/core/d.ts', 'electron'],
    'core-has-no-platform': ['src/core/e.ts', 'node:fs'],
    'main-stays-in-main': ['src/main/a.ts', '#renderer/app/x.ts', 'src/renderer/app/x.ts'],
    'preload-is-a-door': ['src/preload/a.ts', '#core/x.ts', 'src/core/x.ts'],
    'preload-knows-electron-only': ['src/preload/b.ts', 'typebox'],
    'window-has-no-electron': ['src/renderer/data/a.ts', 'electron'],
    'window-has-no-node': ['src/renderer/data/b.ts', 'node:path'],
    'window-stays-in-window': [
      'src/renderer/data/c.ts',
      '#core/search/x.ts',
      'src/core/search/x.ts',
    ],
    'feature-isolation': [
      'src/renderer/features/one/a.ts',
      '#renderer/features/two/x.ts',
      'src/renderer/features/two/x.ts',
    ],
    'feature-door': [
      'src/renderer/app/a.ts',
      '#renderer/features/two/x.ts',
      'src/renderer/features/two/x.ts',
    ],
    'ui-knows-no-people': ['src/renderer/ui/a.ts', '#core/x.ts', 'src/core/x.ts'],
    'data-knows-no-screens': [
      'src/renderer/data/d.ts',
      '#renderer/ui/x.ts',
      'src/renderer/ui/x.ts',
    ],
    'only-the-worker-has-dexie': ['src/renderer/data/e.ts', 'dexie'],
    'worker-has-no-screens': ['src/renderer/worker/a.ts', 'react'],
    'centre-stays-at-the-centre': ['src/server/a.ts', '#core/sync/x.ts', 'src/core/sync/x.ts'],
    'no-src-to-test': ['src/server/b.ts', '#test/x.ts', 'test/x.ts'],
    'no-test-to-test': ['test/a.test.ts', '#test/b.test.ts', 'test/b.test.ts'],
    'no-unresolved': ['src/server/c.ts', './nowhere.ts'],
  };

describe('every border fires', () => {
  let scratch = '';
  const fired = new Map<string, string[]>();

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'swt-borders-'));
    const put = (file: string, text: string) => {
      mkdirSync(dirname(join(scratch, file)), { recursive: true });
      writeFileSync(join(scratch, file), text);
    };
    for (const [, , target] of Object.values(FAULTS)) if (target) put(target, THING);
    for (const [from, imports] of Object.values(FAULTS)) {
      // Type imports must count: a type that leaks upward is a border broken.
      put(from, `import type { Thing } from '${imports}';\nexport type Own = Thing;\n`);
    }
    put('src/core/b.ts', "import type { Own } from './a.ts';\nexport type Thing = Own;\n");
    cpSync('package.json', join(scratch, 'package.json'));
    symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'));
    const { output } = await cruise(['src', 'test'], {
      ...rules.options,
      ruleSet: { forbidden: rules.forbidden },
      validate: true,
      baseDir: scratch,
    });
    if (typeof output === 'string') throw new Error('expected a result, not text');
    for (const violation of output.summary.violations) {
      const at = fired.get(violation.rule.name) ?? [];
      fired.set(violation.rule.name, [...at, violation.from]);
    }
  }, 60_000);

  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test('each rule of borders.mjs has a planted fault', () => {
    expect(Object.keys(FAULTS).sort()).toEqual(rules.forbidden.map((rule) => rule.name).sort());
  });

  test.each(Object.entries(FAULTS))('%s', (name, [from]) => {
    expect(fired.get(name) ?? []).toContain(from);
  });
});
