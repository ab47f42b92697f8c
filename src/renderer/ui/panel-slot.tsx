import { useCallback } from 'react';
import { create } from 'zustand';

/** Where the panel at the right is drawn: a screen may give it a place of its own. */
export const usePanelSlots = create<{ readonly slots: readonly HTMLElement[] }>(() => ({
  slots: [],
}));

/** A place for the panel; the one drawn last wins. Takes no room while empty. */
export function PanelSlot({ className }: { readonly className?: string | undefined }) {
  const ref = useCallback((element: HTMLDivElement | null) => {
    if (!element) return;
    usePanelSlots.setState(({ slots }) => ({ slots: [...slots, element] }));
    return () =>
      usePanelSlots.setState(({ slots }) => ({ slots: slots.filter((slot) => slot !== element) }));
  }, []);
  return <div ref={ref} className={className} data-panel-slot="" />;
}
