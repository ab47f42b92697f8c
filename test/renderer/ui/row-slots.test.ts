import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRowSlots } from '#renderer/ui/row-slots.ts';

const from = (first: number, count: number) => Array.from({ length: count }, (_, n) => first + n);

test('a row keeps its element while it is drawn, and no two rows share one', () => {
  const views = fc.array(
    fc
      .tuple(fc.nat(200), fc.integer({ min: 0, max: 40 }), fc.nat(300))
      .map(([first, count, pin]) =>
        [...new Set([...from(first, count), pin])].sort((a, b) => a - b),
      ),
  );
  fc.assert(
    fc.property(views, (all) => {
      const slots = createRowSlots();
      let before = new Map<number, number>();
      for (const rows of all) {
        const drawn = new Map(rows.map((row, n) => [row, slots.of(rows)[n] as number]));
        expect(new Set(drawn.values()).size).toBe(rows.length);
        for (const [row, slot] of before) if (drawn.has(row)) expect(drawn.get(row)).toBe(slot);
        before = drawn;
      }
    }),
  );
});

test('rows that come below, or all at once, take the elements of those that went, in their order', () => {
  const slots = createRowSlots();
  expect(slots.of(from(0, 4))).toEqual([0, 1, 2, 3]);
  expect(slots.of(from(1, 4))).toEqual([1, 2, 3, 0]);
  expect(slots.of([1, ...from(50, 4)])).toEqual([1, 2, 3, 0, 4]);
  expect(slots.of([1, ...from(90, 4)])).toEqual([1, 2, 3, 0, 4]);
});

test('what comes above rows that stay is made anew, so that these need not move', () => {
  const slots = createRowSlots();
  slots.of(from(10, 4));
  expect(slots.of(from(9, 4))).toEqual([4, 0, 1, 2]);
});
