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
import { createRowSlots } from './row-slots.ts';
import {
  BEYOND,
  LEAST_ROW_PX,
  type RangeInput,
  type RowRange,
  visibleRange,
} from './visible-range.ts';

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
  const [rowPx, setRowPx] = useState(LEAST_ROW_PX);
  const [inView, setInView] = useState<InView>(() => ({ hiddenPx: 0, viewPx: window.innerHeight }));
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

  function takeFocus() {
    if (!wantsFocus.current) return;
    const element = body.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
    wantsFocus.current = false;
  }
  // Runs after each drawing: the row may only now be there.
  useEffect(takeFocus);

  function move(to: number) {
    const next = Math.max(0, Math.min(count - 1, to));
    wantsFocus.current = true;
    if (next === active) takeFocus();
    else onActive(next);
  }

  useActions({
    'row.next': () => move(active + 1),
    'row.previous': () => move(active - 1),
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    // The last row that is seen whole becomes the first.
    const page = Math.max(1, Math.floor(inView.viewPx / rowPx) - 1);
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

  const [slots] = useState(createRowSlots);
  // Wherever the list stands, the row with the focus is drawn: scrolled away, it would lose it.
  const entry = Math.max(0, Math.min(active, count - 1));
  const rows = rowsOf(range, count > 0 ? entry : null);
  const keys = slots.of(rows, entry);
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
        {rows.flatMap((index, n) => {
          const apart = index - ((rows[n - 1] ?? -1) + 1);
          const row = (
            <div
              key={keys[n]}
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
          );
          if (apart === 0) return row;
          return [<Apart key={n === 0 ? 'above' : 'between'} px={apart * rowPx} />, row];
        })}
        <Apart px={Math.max(0, count - (rows.at(-1) ?? -1) - 1) * rowPx} />
      </div>
    </div>
  );
}

/** Room of rows that are not drawn. */
function Apart({ px }: { readonly px: number }) {
  return <svg aria-hidden="true" width="1" height={px} />;
}

/** The rows to draw, in order: those in view, and the one with the focus wherever it is. */
function rowsOf({ from, to }: RowRange, entry: number | null): readonly number[] {
  const inView = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
  if (entry === null || (entry >= from && entry < to)) return inView;
  return entry < from ? [entry, ...inView] : [...inView, entry];
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
