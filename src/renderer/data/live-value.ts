import { useSyncExternalStore } from 'react';

/** A value main pushes at each change; null until the first one is known. */
export interface LiveValue<Value> {
  read(): Value | null;
  /** Returns the remover. */
  watch(listener: () => void): () => void;
}

/** A live value with the hand that sets it. */
export interface LiveSource<Value> extends LiveValue<Value> {
  set(value: Value): void;
}

export function createLiveValue<Value>(): LiveSource<Value> {
  const listeners = new Set<() => void>();
  let held: Value | null = null;
  return {
    read: () => held,
    watch(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set(value) {
      held = value;
      for (const listener of listeners) listener();
    },
  };
}

export function useLiveValue<Value>(live: LiveValue<Value>): Value | null {
  return useSyncExternalStore(live.watch, live.read);
}
