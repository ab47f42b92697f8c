/**
 * Structured clone to text and back, for DevTools carries only text.
 *
 * A slot is a JSON primitive for itself, `[n]` for cell n (or, below zero, a constant that JSON
 * lacks) and `["5"]` for a bigint. A cell is a tagged array. Holes in arrays become `undefined`.
 */
export interface CloneCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

type Slot = string | number | boolean | null | readonly [number | string];
type Cell = readonly [tag: string, ...parts: readonly Slot[]];

/** Self-contained: its source text also runs in the page, where nothing of this module exists. */
export function makeCloneCodec(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => Uint8Array<ArrayBuffer>,
): CloneCodec {
  const constants: readonly unknown[] = [undefined, Number.NaN, Infinity, -Infinity, -0];
  const errors: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const views: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };

  function encode(root: unknown): string {
    const cells: Cell[] = [];
    const known = new Map<object, number>();

    function slot(value: unknown): Slot {
      const constant = constants.findIndex((each) => Object.is(each, value));
      if (constant >= 0) return [-1 - constant];
      if (typeof value === 'bigint') return [String(value)];
      if (typeof value === 'function' || typeof value === 'symbol') return refuse();
      if (typeof value !== 'object' || value === null) return value as Slot;
      const earlier = known.get(value);
      if (earlier !== undefined) return [earlier];
      const at = cells.push(['reserved']) - 1; // numbered before its parts, so that cycles end
      known.set(value, at);
      cells[at] = cell(value);
      return [at];
    }

    function cell(value: object): Cell {
      if (Array.isArray(value)) return ['list', ...Array.from(value, slot)];
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        // Node's Buffer is a Uint8Array to everyone else.
        const kind = value.constructor.name in views ? value.constructor.name : 'Uint8Array';
        return ['view', kind, toBase64(bytes)];
      }
      if (value instanceof ArrayBuffer) return ['bytes', toBase64(new Uint8Array(value))];
      if (value instanceof Date) return ['date', slot(value.getTime())];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Set) return ['set', ...Array.from(value, slot)];
      if (value instanceof Map)
        return ['map', ...[...value].flatMap(([k, v]) => [slot(k), slot(v)])];
      if (value instanceof Error) {
        return ['error', value.name, value.message, slot(value.stack), slot(value.cause)];
      }
      const brand = Object.prototype.toString.call(value);
      if (/^\[object (Boolean|Number|String)\]$/.test(brand))
        return ['boxed', slot(value.valueOf())];
      if (brand !== '[object Object]') return refuse();
      return ['object', ...Object.entries(value).flatMap(([k, v]) => [k, slot(v)])];
    }

    const first = slot(root);
    return JSON.stringify([first, ...cells]);
  }

  function decode(text: string): unknown {
    const [first, ...cells] = JSON.parse(text) as [Slot, ...Cell[]];
    const done = new Map<number, unknown>();

    function read(slot: Slot | undefined): unknown {
      if (!Array.isArray(slot)) return slot;
      const [at] = slot as readonly [number | string];
      if (typeof at === 'string') return BigInt(at);
      if (at < 0) return constants[-1 - at];
      if (!done.has(at)) build(at, cells[at] as Cell);
      return done.get(at);
    }

    function build(at: number, [tag, ...parts]: Cell): void {
      const keep = <T>(value: T): T => {
        done.set(at, value);
        return value;
      };
      const part = (i: number): string => parts[i] as string;
      if (tag === 'list') {
        const list = keep<unknown[]>([]);
        for (const each of parts) list.push(read(each));
      } else if (tag === 'object') {
        const object = keep({});
        for (let i = 0; i < parts.length; i += 2) {
          const value = read(parts[i + 1]);
          // Not an assignment: a key may be `__proto__`.
          const more = { value, writable: true, enumerable: true, configurable: true };
          Object.defineProperty(object, part(i), more);
        }
      } else if (tag === 'set') {
        const set = keep(new Set());
        for (const each of parts) set.add(read(each));
      } else if (tag === 'map') {
        const map = keep(new Map());
        for (let i = 0; i < parts.length; i += 2) map.set(read(parts[i]), read(parts[i + 1]));
      } else if (tag === 'view') {
        keep(new (views[part(0)] ?? Uint8Array)(fromBase64(part(1)).buffer));
      } else if (tag === 'bytes') keep(fromBase64(part(0)).buffer);
      else if (tag === 'date') keep(new Date(read(parts[0]) as number));
      else if (tag === 'regexp') keep(new RegExp(part(0), part(1)));
      else if (tag === 'boxed') keep(Object(read(parts[0])));
      else if (tag === 'error') {
        const kind = errors[part(0)] ?? Error;
        const error = keep(new kind(part(1)));
        const [stack, cause] = [read(parts[2]), read(parts[3])];
        if (typeof stack === 'string') error.stack = stack;
        if (cause !== undefined) error.cause = cause;
      }
    }

    return read(first);
  }

  return { encode, decode };
}

export const cloneCodec: CloneCodec = makeCloneCodec(
  (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  (text) => new Uint8Array(Buffer.from(text, 'base64')),
);
