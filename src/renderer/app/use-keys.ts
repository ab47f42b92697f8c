import { useEffect } from 'react';
import { canRun, runAction } from '#renderer/ui/actions.ts';
import { findShortcut, isSingle, keyName } from './keys.ts';

const SEQUENCE_MS = 1500;
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
/** Where letters have a meaning of their own: a menu's type-ahead, the inside of an interruption. */
const OWN_LETTERS = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

/** Listens for shortcuts in the whole window. */
export function useKeys(singleKeys: boolean): void {
  useEffect(() => {
    let pending: string | null = null;
    let since = 0;
    function onKeyDown(event: KeyboardEvent) {
      const name = keyName(event);
      if (name === null || event.defaultPrevented || event.repeat) return;
      const target = event.target instanceof Element ? event.target : null;
      const isTyping = target?.closest(TYPING) ?? null;
      const isSilent = !singleKeys || isTyping || target?.closest(OWN_LETTERS);
      if (isSingle(name) && isSilent) return;
      // The field's own undo comes first.
      if (name === 'Ctrl+Z' && isTyping) return;
      if (event.timeStamp - since > SEQUENCE_MS) pending = null;
      const found = findShortcut(pending, name);
      pending = found.pending;
      since = event.timeStamp;
      if (found.action === null || !canRun(found.action)) return;
      event.preventDefault();
      runAction(found.action);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [singleKeys]);
}

const FIRST_STOPS =
  '[data-row][tabindex="0"], [aria-current="page"], input:not([tabindex="-1"]), button, a[href], h1, h2';

/** F6 goes round the named parts of the window (features.md 4.10). */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region], [data-pane]')].filter(
    (each) => each.offsetParent !== null,
  );
  if (regions.length === 0) return;
  const at = regions.findLastIndex((each) => each.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  // What is not drawn at this width takes no focus: F6 would stand still.
  const inside = [...(next?.querySelectorAll<HTMLElement>(FIRST_STOPS) ?? [])].find(
    (each) => each.offsetParent !== null,
  );
  (inside ?? next)?.focus();
}
