import type { CandidateId, StreamId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { bucketCountFor, bucketOf } from './bucket.ts';

/** 64 bits as two halves, each a 32-bit integer. */
export interface Halves {
  readonly high: number;
  readonly low: number;
}

/** A row as both sides know it. */
export interface DigestedRow {
  readonly kind: string;
  readonly id: string;
  /** Left out for people of the pool: their buckets do not say it. */
  readonly seq: number;
  readonly doc: unknown;
}

const WORK_GROUPS = 16;

/** Returns how many groups a stream is compared in: for the pool about 100 people each. */
export function groupCountFor(stream: StreamId, rows: number): number {
  return stream === POOL ? bucketCountFor(rows) : WORK_GROUPS;
}

/** Returns the group of a row; `of` is a power of two. */
export function groupOf(id: string, of: number): number {
  return bucketOf(id as CandidateId, of);
}

/**
 * Digests one row, its order of properties left out: buckets give it back in another.
 *
 * Not a cryptographic hash: it finds what went wrong by accident, and costs 4 µs a person
 * where a browser's own costs 17 (decision 0017). Nobody gains by making two rows alike.
 */
export function digestRow(stream: StreamId, { kind, id, seq, doc }: DigestedRow): Halves {
  const lanes: Lanes = { a: FIRST_A, b: FIRST_B };
  feedText(lanes, stream === POOL ? id : `${kind} ${id} ${seq}`);
  feedValue(lanes, doc);
  const high = stir(lanes.a, lanes.b);
  return { high, low: stir(lanes.b, high) };
}

/** The rows of a stream as a few numbers; a row taken out is a row put in twice. */
export interface GroupSums {
  readonly of: number;
  toggle(id: string, digest: Halves): void;
  /** Adds the sums of other rows of the same stream. */
  join(texts: readonly string[]): void;
  /** One text of 16 hex digits for each group. */
  texts(): string[];
}

/** Makes sums over no rows; `of` groups, a power of two. */
export function createGroupSums(of: number): GroupSums {
  const halves = new Int32Array(of * 2);
  const flip = (group: number, { high, low }: Halves) => {
    halves[group * 2] = (halves[group * 2] ?? 0) ^ high;
    halves[group * 2 + 1] = (halves[group * 2 + 1] ?? 0) ^ low;
  };
  return {
    of,
    toggle: (id, digest) => flip(groupOf(id, of), digest),
    join(texts) {
      for (const [group, text] of texts.entries()) flip(group, readHalves(text));
    },
    texts: () =>
      Array.from({ length: of }, (_, group) =>
        writeHalves({ high: halves[group * 2] ?? 0, low: halves[group * 2 + 1] ?? 0 }),
      ),
  };
}

function writeHalves({ high, low }: Halves): string {
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return hex(high) + hex(low);
}

function readHalves(text: string): Halves {
  return {
    high: Number.parseInt(text.slice(0, 8), 16) | 0,
    low: Number.parseInt(text.slice(8, 16), 16) | 0,
  };
}

/** Two lanes of multiply and mix that a value is fed into. */
interface Lanes {
  a: number;
  b: number;
}

const FIRST_A = 0x9e3779b9;
const FIRST_B = 0x85ebca6b;

function feedText(lanes: Lanes, text: string): void {
  let { a, b } = lanes;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    // Without it only higher bits would ever feel lower ones.
    b ^= a >>> 15;
  }
  // Where a text ends is part of what is said.
  lanes.a = Math.imul(a ^ text.length, 0x9e3779b1);
  lanes.b = Math.imul(b ^ 0x10001, 0x5f356495) ^ (a >>> 15);
}

/** Properties are digested each on its own and added: their order is left out. */
function feedValue(lanes: Lanes, value: unknown): void {
  if (typeof value === 'string') {
    feedText(lanes, '"');
    feedText(lanes, value);
  } else if (typeof value !== 'object' || value === null) feedText(lanes, String(value));
  else if (Array.isArray(value)) {
    feedText(lanes, '[');
    for (const item of value) feedValue(lanes, item);
    feedText(lanes, ']');
  } else feedObject(lanes, value as Readonly<Record<string, unknown>>);
}

function feedObject(lanes: Lanes, object: Readonly<Record<string, unknown>>): void {
  let high = 0;
  let low = 0;
  const own: Lanes = { a: 0, b: 0 };
  for (const name in object) {
    const inner = object[name];
    if (inner === undefined || !Object.hasOwn(object, name)) continue;
    own.a = FIRST_A;
    own.b = FIRST_B;
    feedText(own, name);
    feedValue(own, inner);
    const first = stir(own.a, own.b);
    high = (high + first) | 0;
    low = (low + stir(own.b, first)) | 0;
  }
  lanes.a = Math.imul(lanes.a ^ high, 0x9e3779b1);
  lanes.b = Math.imul(lanes.b ^ low, 0x5f356495) ^ (lanes.a >>> 15);
}

function stir(half: number, other: number): number {
  let mixed = Math.imul(half ^ (half >>> 16), 0x85ebca6b) ^ other;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
