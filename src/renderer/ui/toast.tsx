import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Keeping } from '#contract/sync-state.ts';
import { Button } from './button.tsx';
import { failureWords } from './error-words.ts';
import { Icon } from './icon.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly id: number;
  /** What was done, in words. */
  readonly words: string;
  readonly undo?: () => void;
}

const SHOWN_MS = 10_000;
let lastId = 0;

const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Says what was done, with Undo where it can be undone. Never the only way to undo. */
export function showToast(words: string, undo?: () => void): void {
  lastId += 1;
  const toast: Toast = undo ? { id: lastId, words, undo } : { id: lastId, words };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }));
}

type Undone =
  | { readonly ok: true; readonly value: 'taken-back' | 'undone' }
  | { readonly ok: false; readonly error: Parameters<typeof failureWords>[0] };

/**
 * Says what was saved; Undo takes it back, or says why it cannot.
 *
 * What is sent already cannot be unsaid: it is undone by a change of its own.
 */
export function showSaved(words: string, undo: () => Promise<Undone>): void {
  showToast(words, () => {
    void undo().then((result) =>
      showToast(
        result.ok
          ? `${result.value === 'undone' ? 'Undone by a new change' : 'Taken back'}: ${words.replace(/^Saved: /, '')}`
          : failureWords(result.error),
      ),
    );
  });
}

/** Undoes the newest thing that can be undone; false when there is none. */
export function undoLast(): boolean {
  const newest = useToasts.getState().toasts.findLast((toast) => toast.undo);
  if (!newest) return false;
  dismiss(newest.id);
  newest.undo?.();
  return true;
}

function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

function OneToast({ toast, keeping }: { readonly toast: Toast; readonly keeping: Keeping }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding it open needs no role.
    <div
      className={styles.toast}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>
        {/* Nothing is called saved that is not on the disk. */}
        {keeping === 'in-memory'
          ? toast.words.replace(/^Saved: /, 'Kept only while this app is open: ')
          : toast.words}
      </span>
      {toast.undo ? (
        <Button
          look="tray"
          small
          onPress={() => {
            dismiss(toast.id);
            toast.undo?.();
          }}
        >
          Undo
        </Button>
      ) : null}
      <Button look="tray" small label="Dismiss" onPress={() => dismiss(toast.id)}>
        <Icon name="close" small />
      </Button>
    </div>
  );
}

/** Where toasts stand; one in the frame. */
export function ToastArea({ keeping }: { readonly keeping: Keeping }) {
  const toasts = useToasts((state) => state.toasts);
  // They may name people: whoever signs in next sees none of them.
  useEffect(() => () => useToasts.setState({ toasts: [] }), []);
  return (
    <div className={styles.area} role="status" data-print="no">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} keeping={keeping} />
      ))}
    </div>
  );
}
