import { useSyncExternalStore } from 'react';

/** The width at which panes become pages; the same number is in the style sheets. */
const NARROW_PX = 900;

/** Whether the window is narrow, or zoomed so far that it is as good as. */
export function useIsNarrow(widthPx = NARROW_PX): boolean {
  const narrow = () => window.matchMedia(`(max-width: ${widthPx}px)`);
  return useSyncExternalStore(
    (tell) => {
      const media = narrow();
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => narrow().matches,
  );
}
