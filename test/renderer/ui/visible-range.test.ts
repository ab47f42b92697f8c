import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleRange } from '#renderer/ui/visible-range.ts';

test('every row that can be seen is drawn, and no row that is not there', () => {
  fc.assert(
    fc.property(
      fc.nat(4_000_000),
      fc.integer({ min: 1, max: 2000 }),
      fc.constantFrom(32, 44, 56),
      fc.nat(105_000),
      (hiddenPx, viewPx, rowPx, count) => {
        const { from, to } = visibleRange({ hiddenPx, viewPx, rowPx, count, beyond: 8 });
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(count);
        const first = Math.floor(hiddenPx / rowPx);
        const last = Math.min(count - 1, Math.floor((hiddenPx + viewPx - 1) / rowPx));
        for (let row = first; row <= last; row += 1) {
          expect(row).toBeGreaterThanOrEqual(from);
          expect(row).toBeLessThan(to);
        }
        // A list of any length costs no more than what is seen.
        expect(to - from).toBeLessThanOrEqual(Math.ceil(viewPx / rowPx) + 18);
      },
    ),
  );
});
