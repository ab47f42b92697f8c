/**
 * Tells which drawn element each row takes: whoever scrolls is shown in the elements of rows that went.
 *
 * A row keeps its element while it is drawn, so the focus stays with its row. Elements made anew for
 * each row that comes would be litter, and sweeping it costs frames.
 */
export interface RowSlots {
  /**
   * The element of each of these rows, in their order; rows ascend. The same rows give the same ones.
   *
   * `entry` is the row that has the focus or will have it. The element that had it before is given to
   * no other row: the focus would go along, and nobody who listens would hear of it.
   */
  of(rows: readonly number[], entry: number): readonly number[];
}

export function createRowSlots(): RowSlots {
  let held = new Map<number, number>();
  let hadFocus = -1;
  let made = 0;
  return {
    of(rows, entry) {
      const drawn = new Set(rows);
      const gone = [...held].filter(([row]) => !drawn.has(row) && row !== hadFocus);
      const left = gone.map(([, slot]) => slot);
      const lastKept = rows.findLast((row) => held.has(row)) ?? -1;
      const next = new Map<number, number>();
      for (const row of rows) {
        // Above a row that stays nothing is used again: React would move all that stay, not the one.
        const slot = held.get(row) ?? (row > lastKept ? left.shift() : undefined) ?? made++;
        next.set(row, slot);
      }
      held = next;
      hadFocus = entry;
      return [...next.values()];
    },
  };
}
