import { describe, expect, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import { createGroupSums, digestRow, groupCountFor, groupOf } from '#core/codec/digest.ts';
import { aCandidate, anId } from '#test/builders/records.ts';

const KENT = 'council:kent' as StreamId;
const row = (n: number, doc: object, seq = n) => ({ kind: 'vacancy', id: anId(n), seq, doc });
const textOf = (stream: StreamId, one: ReturnType<typeof row>) => {
  const sums = createGroupSums(1);
  sums.toggle(one.id, digestRow(stream, one));
  return sums.texts()[0];
};

describe('digests of rows', () => {
  test('say the same of a person in a page and in a bucket, whatever order their facts have', () => {
    const person = aCandidate({ id: anId(0x77) });
    const other = aCandidate({ id: anId(0x78), summary: 'Außer “quotes” and 🐝' });
    const packed = decodeBucket(encodeBucket([other, person])) as (typeof person)[];
    for (const before of [person, other]) {
      const after = packed.find(({ id }) => id === before.id);
      const paged = JSON.parse(JSON.stringify(before));
      const digest = digestRow(POOL, { kind: 'candidate', id: before.id, seq: 1, doc: before });
      expect(digestRow(POOL, { kind: 'candidate', id: before.id, seq: 9, doc: after })).toEqual(
        digest,
      );
      expect(digestRow(POOL, { kind: 'candidate', id: before.id, seq: 0, doc: paged })).toEqual(
        digest,
      );
    }
  });

  test('feel every bit of a text, every value, the kind, the id, and beside the pool the sequence', () => {
    const text = 'Ring after four, she said.';
    const base = row(5, { note: text, list: [1, 2], deep: { a: null, b: false } });
    const others = new Set([textOf(KENT, base)]);
    for (let at = 0; at < text.length; at += 1) {
      for (const bit of [1, 2, 4, 8, 16]) {
        const wrong = String.fromCharCode(text.charCodeAt(at) ^ bit);
        const note = text.slice(0, at) + wrong + text.slice(at + 1);
        others.add(textOf(KENT, { ...base, doc: { ...base.doc, note } }));
      }
    }
    others.add(textOf(KENT, { ...base, doc: { ...base.doc, list: [2, 1] } }));
    others.add(textOf(KENT, { ...base, doc: { ...base.doc, deep: { a: false, b: null } } }));
    others.add(textOf(KENT, { ...base, doc: { ...base.doc, deep: {} } }));
    others.add(textOf(KENT, { ...base, kind: 'contact' }));
    others.add(textOf(KENT, { ...base, seq: 6 }));
    others.add(textOf(KENT, { ...base, id: anId(6) }));
    expect(others.size).toBe(1 + text.length * 5 + 6);
    expect(textOf(POOL, { ...base, seq: 6 })).toBe(textOf(POOL, base));
  });

  test('collide for none of 200,000 made-up rows, also in either half', () => {
    const whole = new Set<string>();
    const high = new Set<number>();
    for (let n = 0; n < 200_000; n += 1) {
      const digest = digestRow(KENT, row(n, { a: n % 7, b: `${n}` }));
      whole.add(`${digest.high} ${digest.low}`);
      high.add(digest.high);
    }
    expect(whole.size).toBe(200_000);
    // By chance about 5 of these share 32 bits.
    expect(high.size).toBeGreaterThan(200_000 - 40);
  });

  test('add up in any order and in parts; a row put in twice is a row taken out', () => {
    const rows = Array.from({ length: 50 }, (_, n) => row(n * 7 + 1, { n }));
    const all = createGroupSums(16);
    for (const one of rows) all.toggle(one.id, digestRow(KENT, one));
    const parts = createGroupSums(16);
    for (const half of [rows.slice(25).reverse(), rows.slice(0, 25)]) {
      const part = createGroupSums(16);
      for (const one of half) part.toggle(one.id, digestRow(KENT, one));
      parts.join(part.texts());
    }
    expect(parts.texts()).toEqual(all.texts());
    const [first] = rows;
    if (!first) throw new Error('no rows');
    const group = groupOf(first.id, 16);
    all.toggle(first.id, digestRow(KENT, first));
    const differ = all.texts().flatMap((text, g) => (text === parts.texts()[g] ? [] : [g]));
    expect(differ).toEqual([group]);
  });

  test('the pool is compared in groups of about a hundred, all else in sixteen', () => {
    expect([groupCountFor(POOL, 100_000), groupCountFor(POOL, 0)]).toEqual([1024, 1]);
    expect(groupCountFor(KENT, 100_000)).toBe(16);
  });
});
