// biome-ignore-all lint/a11y/useSemanticElements: a grid that draws only some of its rows is no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, its cells do not.
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useActions } from './actions.ts';
import { cx } from './cx.ts';
import styles from './row-list.module.css';
import { type RangeInput, type RowRange, visibleRange } from './visible-range.ts';

export interface RowListProps {
  readonly label: string;
  readonly count: number;
  /** The row that has the focus, or will have it when the list is entered. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Asked whenever other rows come into view. */
  readonly onRange?: (range: RowRange) => void;
  /** Cells; each has `role="gridcell"`. */
  readonly row: (index: number) => ReactNode;
  readonly rowName: (index: number) => string;
  /** Cells with `role="columnheader"`. */
  readonly head: ReactNode;
  readonly columns: string | undefined;
  readonly isSelected: (index: number) => boolean;
  readonly onOpen: (index: number) => void;
  readonly onPeek?: (index: number) => void;
  readonly onLeave?: () => void;
  readonly peeked?: number | null;
  /** Take the focus to the active row once it is drawn, e.g. on return. */
  readonly takesFocus?: boolean;
}

const FIRST_GUESS_PX = 32;
const BEYOND = 8;

type InView = Pick<RangeInput, 'hiddenPx' | 'viewPx'>;

/** Whether the same rows are drawn for both. */
function isSameView(a: InView, b: InView, rowPx: number): boolean {
  const rowOf = ({ hiddenPx }: InView) => Math.floor(hiddenPx / rowPx);
  return rowOf(a) === rowOf(b) && a.viewPx === b.viewPx;
}

/** A list of any length that draws only what is seen; arrows, Home, End, Page keys, Enter, Space. */
export function RowList(props: RowListProps) {
  const { count, active, onActive, onRange } = props;
  const body = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(props.takesFocus ?? false);
  const [rowPx, setRowPx] = useState(FIRST_GUESS_PX);
  const [inView, setInView] = useState<InView>({ hiddenPx: 0, viewPx: 40 * FIRST_GUESS_PX });
  // A shorter list stands further up, before anybody has looked where.
  const hiddenPx = Math.min(inView.hiddenPx, Math.max(0, count * rowPx - inView.viewPx));
  const { from, to } = visibleRange({ ...inView, hiddenPx, rowPx, count, beyond: BEYOND });
  const range = useMemo(() => ({ from, to }), [from, to]);

  // Not for every answer: asking where the list stands has all of it laid out at once.
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const scroller = scrollerOf(element);
    const measure = () => {
      const hiddenPx = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const next = { hiddenPx, viewPx: scroller.clientHeight };
      setInView((now) => (isSameView(now, next, rowPx) ? now : next));
    };
    measure();
    const watcher = new ResizeObserver(() => {
      const first = element.querySelector<HTMLElement>('[data-row]');
      if (first && first.offsetHeight > 0) setRowPx(first.offsetHeight);
      measure();
    });
    watcher.observe(scroller);
    watcher.observe(element);
    // In the very frame that scrolls, or what comes into view would be empty for one.
    const follow = () => flushSync(measure);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      watcher.disconnect();
      scroller.removeEventListener('scroll', follow);
    };
  }, [rowPx]);

  useEffect(() => onRange?.(range), [onRange, range]);

  // Runs after each drawing: the row may only now be there.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const element = body.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (element) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
      wantsFocus.current = false;
    } else if (body.current && count > 0) scrollTo(body.current, active * rowPx);
  });

  function move(to: number) {
    const next = Math.max(0, Math.min(count - 1, to));
    wantsFocus.current = true;
    if (next === active) return;
    const element = body.current;
    if (element) reveal(element, next * rowPx, rowPx);
    onActive(next);
  }

  useActions({
    'row.next': () => move(active + 1),
    'row.previous': () => move(active - 1),
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    const page = Math.max(1, range.to - range.from - 2 * BEYOND);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: count - 1,
      PageDown: active + page,
      PageUp: active - page,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter') props.onOpen(active);
    else if (event.key === ' ') props.onPeek?.(active);
    else if (event.key === 'Escape') props.onLeave?.();
    else return;
    event.preventDefault();
  }

  const indexes = Array.from(
    { length: Math.max(0, range.to - range.from) },
    (_, n) => range.from + n,
  );
  const entry = active >= range.from && active < range.to ? active : range.from;
  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      className={styles.grid}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <div role="rowgroup">
        <div
          role="row"
          aria-rowindex={1}
          className={cx(styles.row, styles.head, props.columns)}
          tabIndex={-1}
        >
          {props.head}
        </div>
      </div>
      <div role="rowgroup" ref={body}>
        <svg aria-hidden="true" width="1" height={range.from * rowPx} />
        {indexes.map((index) => (
          <div
            // By place, not by person: a row that is still being read must not lose the focus.
            key={index}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={props.isSelected(index)}
            aria-label={props.rowName(index)}
            data-row={index}
            tabIndex={index === entry ? 0 : -1}
            className={cx(styles.row, props.columns, props.peeked === index && styles.peeked)}
            onFocus={() => {
              if (index !== active) onActive(index);
            }}
            onClick={(event) => {
              if (event.target instanceof HTMLInputElement) return;
              props.onOpen(index);
            }}
            onKeyDown={() => undefined}
          >
            {props.row(index)}
          </div>
        ))}
        <svg aria-hidden="true" width="1" height={Math.max(0, count - range.to) * rowPx} />
      </div>
    </div>
  );
}

/** One cell of a row. */
export function Cell(props: {
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <span role="gridcell" className={props.className}>
      {props.children}
    </span>
  );
}

/** One heading of the list. */
export function HeadCell(props: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span role="columnheader" className={props.className}>
      {props.children}
    </span>
  );
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return document.documentElement;
}

function topWithin(element: HTMLElement, scroller: HTMLElement): number {
  return (
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
  );
}

function scrollTo(element: HTMLElement, offsetPx: number) {
  const scroller = scrollerOf(element);
  scroller.scrollTop = topWithin(element, scroller) + offsetPx;
}

/** Scrolls only as far as needed to show a row that may not be drawn yet. */
function reveal(element: HTMLElement, offsetPx: number, rowPx: number) {
  const scroller = scrollerOf(element);
  const top = topWithin(element, scroller) + offsetPx;
  const margin = rowPx;
  if (top - margin < scroller.scrollTop) scroller.scrollTop = Math.max(0, top - margin);
  else if (top + rowPx + margin > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + rowPx + margin - scroller.clientHeight;
}
