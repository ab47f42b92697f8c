/**
 * The crossing between a page's own world and its preload's, as `contextBridge` needs it.
 *
 * Both worlds see the same window. An event's `detail` is cloned on its way across, and dispatch
 * is synchronous, so a call returns or throws at once. Functions and promises stay where they are
 * and cross as numbers, under keys that no data can have.
 */
export interface PageBridge {
  pack(value: unknown): unknown;
  unpack(value: unknown): unknown;
}

type Callable = (...args: unknown[]) => unknown;
interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
}
type Crossing =
  | { readonly kind: 'call'; readonly fn: number; readonly args: unknown }
  | { readonly kind: 'returned'; readonly outcome: Outcome }
  | { readonly kind: 'settled'; readonly promise: number; readonly outcome: Outcome };

/** Self-contained, as everything here: its source text is what runs. */
export function makePageBridge(id: string, here: string, there: string): PageBridge {
  const fnKey = `${id}:function`;
  const promiseKey = `${id}:promise`;
  const ours: Callable[] = [];
  const ourNumbers = new Map<Callable, number>();
  const theirs = new Map<number, Callable>();
  const pending = new Map<number, (outcome: Outcome) => void>();
  let lastPromise = 0;
  let returned: Outcome = {};

  const send = (detail: Crossing): void => {
    window.dispatchEvent(new CustomEvent(`${id}:${there}`, { detail }));
  };
  const asError = (error: unknown): Error =>
    error instanceof Error ? error : new Error(String(error));

  function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return Array.isArray(value) || prototype === null || prototype === Object.prototype;
  }

  /** Copies lists and plain objects, cycles included; `leaf` replaces what it knows. */
  function copy(
    value: unknown,
    leaf: (value: object) => unknown,
    seen: Map<object, unknown>,
  ): unknown {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return value;
    const replaced = leaf(value);
    if (replaced !== value || !isPlain(value)) return replaced;
    if (seen.has(value)) return seen.get(value);
    const to: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
    seen.set(value, to);
    for (const [key, each] of Object.entries(value)) {
      Object.assign(to, { [key]: copy(each, leaf, seen) });
    }
    return to;
  }

  function pack(root: unknown): unknown {
    return copy(root, packLeaf, new Map());
  }
  function packLeaf(value: object): unknown {
    if (typeof value === 'function') {
      const fn = value as Callable;
      const number = ourNumbers.get(fn) ?? ours.push(fn) - 1;
      ourNumbers.set(fn, number);
      return { [fnKey]: number };
    }
    if (value instanceof Promise) {
      const promise = ++lastPromise;
      value.then(
        (result) => send({ kind: 'settled', promise, outcome: { value: pack(result) } }),
        (error) => send({ kind: 'settled', promise, outcome: { error: asError(error) } }),
      );
      return { [promiseKey]: promise };
    }
    return value;
  }

  function unpack(root: unknown): unknown {
    return copy(root, unpackLeaf, new Map());
  }
  function unpackLeaf(value: object): unknown {
    const marks = value as Record<string, number | undefined>;
    const [fn, promise] = [marks[fnKey], marks[promiseKey]];
    if (fn !== undefined) return callThere(fn);
    if (promise === undefined) return value;
    return new Promise((resolve, reject) => {
      pending.set(promise, (outcome) => {
        if ('error' in outcome) reject(asError(outcome.error));
        else resolve(unpack(outcome.value));
      });
    });
  }
  function callThere(number: number): Callable {
    const known = theirs.get(number);
    if (known) return known;
    const fn: Callable = (...args) => {
      send({ kind: 'call', fn: number, args: pack(args) });
      const outcome = returned;
      if ('error' in outcome) throw outcome.error;
      return unpack(outcome.value);
    };
    theirs.set(number, fn);
    return fn;
  }

  function answer(number: number, args: unknown): Outcome {
    try {
      return { value: pack(ours[number]?.(...(unpack(args) as unknown[]))) };
    } catch (error) {
      return { error: asError(error) };
    }
  }
  window.addEventListener(
    `${id}:${here}`,
    (event) => {
      event.stopImmediatePropagation();
      const crossing = (event as CustomEvent<Crossing>).detail;
      if (crossing.kind === 'returned') returned = crossing.outcome;
      else if (crossing.kind === 'call') {
        send({ kind: 'returned', outcome: answer(crossing.fn, crossing.args) });
      } else {
        pending.get(crossing.promise)?.(crossing.outcome);
        pending.delete(crossing.promise);
      }
    },
    true,
  );
  return { pack, unpack };
}
