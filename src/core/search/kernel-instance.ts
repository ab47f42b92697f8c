import { KERNELS_WASM } from './generated/kernels-wasm.ts';

/** The same in a window, a worker and Node; no library of core's type project declares them. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: Exports };
};
declare const atob: (text: string) => string;

/** What `kernels.as` exports; every argument is a byte offset, a length in bytes, or a mask. */
interface Exports {
  readonly countShared: (
    bits: number,
    first: number,
    sets: number,
    bytes: number,
    counts: number,
  ) => void;
  readonly countCodes: (
    bits: number,
    words: number,
    turn: number,
    codes: number,
    counts: number,
  ) => void;
  readonly rankWays: (shown: number, bytes: number, plane: number) => number;
  readonly rankSet: (
    shown: number,
    bytes: number,
    way: number,
    better: number,
    notName: number,
    name: number,
    notPrimary: number,
    primary: number,
    same: number,
  ) => number;
  readonly findPair: (
    from: number,
    to: number,
    first: number,
    gap: number,
    low: number,
    span: number,
    hits: number,
    most: number,
  ) => number;
}

/** The kernels over a memory of their own. */
export type Kernels = Exports & { readonly memory: Memory };

export const PAGE_BYTES = 65_536;

let compiled: object | null = null;

/** Makes kernels over so many bytes; null where WebAssembly or its vectors are missing. */
export function createKernels(bytes: number): Kernels | null {
  try {
    const code = () => Uint8Array.from(atob(KERNELS_WASM), (letter) => letter.charCodeAt(0));
    compiled ??= new WebAssembly.Module(code());
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
    return { memory, ...new WebAssembly.Instance(compiled, { env: { memory } }).exports };
  } catch {
    return null;
  }
}
