import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowSlots } from '#renderer/ui/row-slots.ts';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

test('a row keeps its element while it is drawn, no two share one, and none takes the focus along', () => {
  const view = fc.record({
    first: fc.nat(200),
    count: fc.integer({ min: 0, max: 40 }),
    entry: fc.nat(300),
  });
  fc.assert(
    fc.property(fc.array(view), (views) => {
      const slots = createRowSlots();
      let before = new Map<number, number>();
      let hadFocus: number | undefined;
      for (const { first, count, entry } of views) {
        const rows = [...new Set([...from(first, count), entry])].sort((a, b) => a - b);
        const given = slots.of(rows, entry);
        expect(slots.of(rows, entry)).toEqual(given);
        const drawn = new Map(rows.map((row, n) => [row, given[n] as number]));
        expect(new Set(given).size).toBe(rows.length);
        for (const [row, slot] of before) if (drawn.has(row)) expect(drawn.get(row)).toBe(slot);
        if (hadFocus !== undefined && !drawn.has(hadFocus)) {
          expect(given).not.toContain(before.get(hadFocus));
        }
        before = drawn;
        hadFocus = entry;
      }
    }),
  );
});

test('rows that come below, or all at once, take the elements of those that went, in their order', () => {
  const slots = createRowSlots();
  expect(slots.of(from(0, 4), 2)).toEqual([0, 1, 2, 3]);
  expect(slots.of(from(1, 4), 2)).toEqual([1, 2, 3, 0]);
  expect(slots.of([2, ...from(50, 4)], 2)).toEqual([2, 1, 3, 0, 4]);
  expect(slots.of([2, ...from(90, 4)], 2)).toEqual([2, 1, 3, 0, 4]);
});

test('what comes above rows that stay is made anew, so that these need not move', () => {
  const slots = createRowSlots();
  slots.of(from(10, 4), 10);
  expect(slots.of(from(9, 4), 10)).toEqual([4, 0, 1, 2]);
});
