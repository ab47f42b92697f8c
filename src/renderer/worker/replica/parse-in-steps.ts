import type { Steps } from '#core/search/steps.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const LIST_OPENS = 0x5b;
const LIST_CLOSES = 0x5d;
const OBJECT_OPENS = 0x7b;
const OBJECT_CLOSES = 0x7d;

/** So much is parsed at once: a millisecond at most. */
const PIECE_BYTES = 64 * 1024;

const FROM_START = new TextDecoder('utf-8', { fatal: true });
/** A byte order mark within a text is a character like any other. */
const WITHIN = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses a JSON object with one long list, a few elements of the list at a time.
 *
 * Gives what `JSON.parse` of the whole gives, and throws where that throws; `bytes` are UTF-8,
 * `list` is the name of the list.
 */
export function* parseInSteps(
  bytes: Uint8Array,
  list: string,
  pieceBytes = PIECE_BYTES,
): Steps<unknown> {
  const cuts = yield* cutsOf(bytes, new TextEncoder().encode(list), pieceBytes);
  if (cuts === null) return JSON.parse(FROM_START.decode(bytes));
  const [opens = 0] = cuts;
  const closes = cuts.at(-1) ?? 0;
  const around: object = JSON.parse(
    FROM_START.decode(bytes.subarray(0, opens + 1)) + WITHIN.decode(bytes.subarray(closes)),
  );
  // The same name once more, with something else: the last one counts.
  const held: unknown = Object.getOwnPropertyDescriptor(around, list)?.value;
  if (!Array.isArray(held) || held.length > 0) return JSON.parse(FROM_START.decode(bytes));
  const elements: unknown[] = [];
  for (let i = 1; i < cuts.length; i += 1) {
    const piece = bytes.subarray((cuts[i - 1] as number) + 1, cuts[i]);
    const some: unknown[] = JSON.parse(`[${WITHIN.decode(piece)}]`);
    if (some.length === 0 && cuts.length > 2) throw new SyntaxError('Nothing beside a comma.');
    for (const element of some) elements.push(element);
    yield;
  }
  return { ...around, [list]: elements };
}

/**
 * Where the list opens, commas between its elements far enough apart, and where it closes; null
 * where it is not there once and plainly, so that only the whole can say what it is.
 */
function* cutsOf(
  bytes: Uint8Array,
  list: Uint8Array,
  pieceBytes: number,
): Steps<readonly number[] | null> {
  const cuts: number[] = [];
  /** The last text of the object itself: before a list it is the list's name. */
  let name = bytes.subarray(0, 0);
  let depth = 0;
  let isInside = false;
  let stopAt = PIECE_BYTES;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfText(bytes, at);
      if (end < 0) return null;
      if (depth === 1) name = bytes.subarray(at + 1, end);
      if (depth === 1 && name.includes(BACKSLASH)) return null;
      at = end;
    } else if (byte === LIST_OPENS || byte === OBJECT_OPENS) {
      depth += 1;
      if (byte === LIST_OPENS && depth === 2 && isSame(name, list)) {
        if (cuts.length > 0) return null;
        isInside = true;
        cuts.push(at);
      }
    } else if (byte === LIST_CLOSES || byte === OBJECT_CLOSES) {
      depth -= 1;
      if (isInside && depth === 1) {
        if (byte === OBJECT_CLOSES) return null;
        isInside = false;
        cuts.push(at);
      }
    } else if (byte === COMMA && isInside && depth === 2) {
      if (at - (cuts.at(-1) as number) > pieceBytes) cuts.push(at);
    }
    if (at > stopAt) {
      yield;
      stopAt = at + PIECE_BYTES;
    }
  }
  return cuts.length > 1 && !isInside ? cuts : null;
}

/** Where the quote stands that ends the text beginning at `from`; -1 where none does. */
function endOfText(bytes: Uint8Array, from: number): number {
  for (let end = from; ; ) {
    end = bytes.indexOf(QUOTE, end + 1);
    if (end < 0) return -1;
    let before = end - 1;
    while (bytes[before] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
