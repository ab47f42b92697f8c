import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was until the frame that shows what else it changed is on the screen.
 *
 * For what somebody does not look at first: it is drawn in a frame of its own, in small parts,
 * and a newer value comes before it. Unlike React's own deferring, which starts before the frame.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setShown(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
