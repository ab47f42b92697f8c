import { wordsOf } from './words.ts';

/** Gives each distinct word a number, in the order they come. */
export interface TermNumbers {
  readonly words: readonly string[];
  of(word: string): number;
  /** The numbers of a text's words, as `wordsOf` splits it; good until the next call. */
  split(text: string): readonly number[];
}

/** By byte of UTF-8: a letter or digit in lower case, or what it does to a word. */
const BREAK = 0;
const SKIP = 1;
const JOIN = 2;
const UNUSUAL = 3;
const AND = 0x26;
const SHORT = 64;
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase();
  if (code >= 0x80) return UNUSUAL;
  if (/[a-z0-9]/.test(letter)) return letter.charCodeAt(0);
  if (letter === "'" || letter === '`') return SKIP;
  if (code === AND) return JOIN;
  return (code >= 0x20 && code < 0x7f) || /\s/.test(letter) ? BREAK : UNUSUAL;
});
/** The curly apostrophes, in every well-kept text, are the last of three bytes. */
const isCurly = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xe2 &&
  bytes[at + 1] === 0x80 &&
  (bytes[at + 2] === 0x98 || bytes[at + 2] === 0x99);

/** The same in a window, a worker and Node; no library of core's type project declares it. */
declare const TextEncoder: new () => {
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
};

/**
 * Makes an empty numbering.
 *
 * Plain text is split, folded and looked up byte by byte in one pass: making a string of
 * every word and hashing that took most of the time of building an index.
 */
export function createTermNumbers(): TermNumbers {
  const words: string[] = [];
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(4096);
  /** The letters of the word being read. */
  let letters = new Uint8Array(bytes.length);
  const found: number[] = [];
  let hashes = new Uint32Array(1024);
  /** Number of a word plus 1; 0 = free. */
  let slots = new Int32Array(1024);

  function grow(): void {
    const before = { slots, hashes };
    slots = new Int32Array(before.slots.length * 2);
    hashes = new Uint32Array(slots.length);
    for (let i = 0; i < before.slots.length; i += 1) {
      if (before.slots[i] === 0) continue;
      let at = (before.hashes[i] as number) & (slots.length - 1);
      while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      slots[at] = before.slots[i] as number;
      hashes[at] = before.hashes[i] as number;
    }
  }

  function add(word: string, at: number, hash: number): number {
    slots[at] = words.push(word);
    hashes[at] = hash;
    if (words.length * 2 > slots.length) grow();
    return words.length - 1;
  }

  function of(word: string): number {
    let hash = 0;
    for (let i = 0; i < word.length; i += 1) hash = mixed(hash, word.charCodeAt(i));
    for (let at = hash & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
      const number = (slots[at] as number) - 1;
      if (number < 0) return add(word, at, hash);
      if (hashes[at] === hash && words[number] === word) return number;
    }
  }

  /** The number of the word whose letters stand in `letters`. */
  function ofLetters(length: number, hash: number): number {
    for (let at = hash & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
      const number = (slots[at] as number) - 1;
      if (number < 0) return add(String.fromCharCode(...letters.subarray(0, length)), at, hash);
      if (hashes[at] === hash && isWritten(words[number] as string, length)) return number;
    }
  }

  function isWritten(word: string, length: number): boolean {
    if (word.length !== length) return false;
    for (let i = 0; i < length; i += 1) if (word.charCodeAt(i) !== letters[i]) return false;
    return true;
  }

  /** Whether a word goes on at `from`, apostrophes left out. */
  function goesOn(from: number, end: number): boolean {
    let at = from;
    for (;;) {
      if (at < end && KINDS[bytes[at] as number] === SKIP) at += 1;
      else if (at < end && isCurly(bytes, at)) at += 3;
      else return at < end && (KINDS[bytes[at] as number] as number) > UNUSUAL;
    }
  }

  /** Reads the first so many bytes into `found`; false where a letter is not plain. */
  function read(end: number): boolean {
    let length = 0;
    let hash = 0;
    for (let i = 0; i < end; i += 1) {
      let kind = KINDS[bytes[i] as number] as number;
      if (kind === JOIN) kind = length > 0 && goesOn(i + 1, end) ? AND : BREAK;
      if (kind > UNUSUAL) {
        letters[length] = kind;
        length += 1;
        hash = mixed(hash, kind);
      } else if (kind === BREAK) {
        if (length > 0) found.push(ofLetters(length, hash));
        length = 0;
        hash = 0;
      } else if (kind === UNUSUAL) {
        if (!isCurly(bytes, i)) return false;
        i += 2;
      }
    }
    if (length > 0) found.push(ofLetters(length, hash));
    return true;
  }

  function split(text: string): readonly number[] {
    found.length = 0;
    if (text.length * 3 > bytes.length) {
      bytes = new Uint8Array(text.length * 3);
      letters = new Uint8Array(bytes.length);
    }
    if (read(write(text))) return found;
    return wordsOf(text).map(of);
  }

  /** Writes a text into `bytes` and gives its length there. */
  function write(text: string): number {
    // The encoder takes a microsecond to be called.
    if (text.length > SHORT) return encoder.encodeInto(text, bytes).written;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) return encoder.encodeInto(text, bytes).written;
      bytes[i] = code;
    }
    return text.length;
  }

  return { words, of, split };
}

const mixed = (hash: number, code: number) => (Math.imul(hash, 31) + code) >>> 0;
