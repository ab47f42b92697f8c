export interface RowRange {
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

export interface RangeInput {
  /** How far the top of the list stands above the top of what can be seen. */
  readonly hiddenPx: number;
  readonly viewPx: number;
  readonly rowPx: number;
  readonly count: number;
  /** Rows drawn beyond each edge, so that a fast scroll shows no gap. */
  readonly beyond: number;
}

/** Which rows to draw: what can be seen and a little beyond it. */
export function visibleRange({ hiddenPx, viewPx, rowPx, count, beyond }: RangeInput): RowRange {
  if (count <= 0 || rowPx <= 0) return { from: 0, to: 0 };
  const first = Math.floor(Math.max(0, hiddenPx) / rowPx);
  // As many wherever the list stands between two rows: none comes and goes with each pixel.
  const last = first + Math.ceil(Math.max(0, viewPx) / rowPx) + 1 + beyond;
  const from = Math.min(Math.max(0, first - beyond), count - 1);
  return { from, to: Math.min(count, Math.max(last, from + 1)) };
}
