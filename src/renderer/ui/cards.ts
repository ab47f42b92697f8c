import { useEffect, useRef } from 'react';
import { useActions } from './actions.ts';

/** The attribute that names a card; its value is the card's id. */
const CARD = 'data-card';

/**
 * Lets keys act on the card that has the focus, and moves the focus on when a card goes.
 *
 * A key pressed while no card has the focus gives it to the first one and does nothing
 * else: nothing is settled by a letter that fell somewhere. Each card is an element with
 * `data-card`, its id. Returns what to call before a card is made to leave.
 */
export function useCards(
  ids: readonly string[],
  actions: Readonly<Record<string, (id: string) => void>>,
): (id: string) => void {
  const leaving = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useActions(
    Object.fromEntries(
      Object.entries(actions).map(([name, run]) => [
        name,
        () => {
          const id = focusedCard();
          if (id === null) focusCard(document.querySelector(`[${CARD}]`));
          else run(id);
        },
      ]),
    ),
  );
  useEffect(() => {
    const gone = leaving.current;
    if (gone === null || ids.includes(gone.id)) return;
    leaving.current = null;
    const id = ids[Math.min(gone.at, ids.length - 1)];
    const next = id === undefined ? null : document.querySelector(`[${CARD}="${CSS.escape(id)}"]`);
    if (next) focusCard(next);
    else document.querySelector<HTMLElement>('main h1')?.focus();
  }, [ids]);
  return (id) => {
    leaving.current = { id, at: ids.indexOf(id) };
  };
}

/**
 * Brings the card an address asks for to the reader: scrolled into view, its heading focused.
 *
 * Once for each asking, as soon as it is drawn; one that is settled by then is left alone.
 */
export function useAskedCard(id: string | undefined): void {
  const shown = useRef<string | undefined>(undefined);
  // Runs after each drawing: the card may only now be there.
  useEffect(() => {
    if (shown.current === id) return;
    const card = id === undefined ? null : document.querySelector(`[${CARD}="${CSS.escape(id)}"]`);
    if (id !== undefined && card === null) return;
    shown.current = id;
    if (!card) return;
    // The window gives a new screen's heading the focus in this same drawing.
    requestAnimationFrame(() => {
      card.scrollIntoView({ block: 'start' });
      card.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
    });
  });
}

function focusedCard(): string | null {
  return document.activeElement?.closest(`[${CARD}]`)?.getAttribute(CARD) ?? null;
}

function focusCard(card: Element | null): void {
  card?.querySelector<HTMLElement>('button, a')?.focus();
}
