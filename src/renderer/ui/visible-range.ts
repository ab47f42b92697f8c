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

/** In the frame that scrolls the rows that come are drawn; these are for a page that is late. */
export const BEYOND = 4;
/** The height of a row where it has one line. */
export const LEAST_ROW_PX = 32;

/** The most rows that are drawn of a list nobody has scrolled, whatever room it has in the window. */
export function mostRowsDrawn(): number {
  const viewPx = window.innerHeight;
  const whole = { hiddenPx: 0, viewPx, rowPx: LEAST_ROW_PX, count: Number.POSITIVE_INFINITY };
  return visibleRange({ ...whole, beyond: BEYOND }).to;
}
