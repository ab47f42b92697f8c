/**
 * Tells which drawn element each row takes: whoever scrolls is shown in the elements of rows that went.
 *
 * A row keeps its element while it is drawn, so the focus stays with its row. Elements made anew for
 * each row that comes would be litter, and sweeping it costs frames.
 */
export interface RowSlots {
  /** The element of each of these rows, in their order; rows ascend. The same rows give the same ones. */
  of(rows: readonly number[]): readonly number[];
}

export function createRowSlots(): RowSlots {
  let held = new Map<number, number>();
  let made = 0;
  return {
    of(rows) {
      const drawn = new Set(rows);
      const left = [...held].filter(([row]) => !drawn.has(row)).map(([, slot]) => slot);
      const lastKept = rows.findLast((row) => held.has(row)) ?? -1;
      const next = new Map<number, number>();
      for (const row of rows) {
        // Above a row that stays nothing is used again: React would move all that stay, not the one.
        const slot = held.get(row) ?? (row > lastKept ? left.shift() : undefined) ?? made++;
        next.set(row, slot);
      }
      held = next;
      return [...next.values()];
    },
  };
}
