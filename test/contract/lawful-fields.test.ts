import { describe, expect, test } from 'vitest';
import { RECORD_KINDS } from '#contract/records/kinds.ts';

/** Protected characteristics, proxies for them, and what must never be held (domain.md 6, 7). */
const FORBIDDEN =
  /birth|dob|^age|ageband|sex|gender|ethnic|race|religion|belief|orientation|disab(?!led_children)|health|marital|pregnan|nationality|insurance|photo|criminal|convict|allegation|graduat|qualif.*year/i;

function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = (schema as { properties?: Record<string, unknown> }).properties ?? {};
  const inner = Object.values(schema).flatMap((part) =>
    typeof part === 'object' ? namesIn(part) : [],
  );
  return [...Object.keys(properties), ...inner];
}

describe('[L06] what is never held', () => {
  test.each(Object.entries(RECORD_KINDS))('%s has no such field', (_kind, schema) => {
    const names = namesIn(schema);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  });

  test('the list would catch one', () => {
    expect(['dateOfBirth', 'gender', 'ethnicity', 'ageBand'].every((n) => FORBIDDEN.test(n))).toBe(
      true,
    );
  });
});
