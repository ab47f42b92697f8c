import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

const compiled = new WeakMap<TSchema, Validator>();

/**
 * Whether a value has the form of a schema.
 *
 * Each schema becomes code once, at its first use: an interpreted check took a twelfth
 * of all the time sync needs. For main only; page and worker may make no code (T2).
 */
export function isOf<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
): value is Static<Schema> {
  let validator = compiled.get(schema);
  if (validator === undefined) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  return validator.Check(value);
}
