import { useEffect, useState } from 'react';

/**
 * The value once it has stood still for a while; the first one at once.
 *
 * For what is read about something somebody may be passing by, with a key held down.
 */
export function useSettled<Value>(value: Value, forMs: number): Value {
  const [settled, setSettled] = useState(() => value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
