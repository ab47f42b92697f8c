import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const GENERATED = join(import.meta.dirname, '../../../src/core/search/generated/kernels-wasm.ts');

/** A clone may be without the compiler, which is of no other use. */
const isCompilerHere = existsSync(
  join(import.meta.dirname, '../../../node_modules/assemblyscript'),
);

it.skipIf(!isCompilerHere)('the committed kernels are what their source compiles to', async () => {
  const { kernelsSource } = await import('#test/commands/build-kernels.ts');
  expect(readFileSync(GENERATED, 'utf8')).toBe(await kernelsSource());
});
