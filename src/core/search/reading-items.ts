import { wordsOf } from './words.ts';

/** A piece of the box: a word, a quoted phrase, a number, a bracket. */
export interface TextItem {
  readonly typed: string;
  /** Where it begins in the box, in characters. */
  readonly at: number;
  /** Where it and the joining words before it begin, and where it ends. */
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly isQuoted: boolean;
  /** Still being typed: the last piece, with no space or closing quote after it. */
  readonly isUnfinished: boolean;
  readonly isNot: boolean;
  /** An `or` stands before it. */
  readonly joinsByOr: boolean;
  /** An `and` stands before it, so it belongs to no longer term. */
  readonly standsAlone: boolean;
  /** A programme reference such as SWT-1A2B-3C, in capitals, or null. */
  readonly ref: string | null;
  /** What stands before a colon ("role:manager"), folded; then `words` are what follows. */
  readonly field: string | null;
  readonly bracket: 'open' | 'close' | null;
  /** Where a quote begins that nothing closes. */
  readonly openQuoteAt: number | null;
}

/** Digits in brackets are part of a telephone number, "(020) 7946 0123", not a group. */
const PIECE = /\(\s*\d+\s*\)|-*[()]|-?(?:[a-z]+:)?"[^"]*"?|[^\s()]+/giu;
const REF = /^SWT-[A-Z0-9]{1,4}(-[A-Z0-9]{0,2})?$/;
const FIELD = /^([a-z]+):(.*)$/is;
const JOINING = ['or', '|', 'and', 'not', '-'];
const INWARD_CODE = /^\d[a-z]{2}$/;
const OUTWARD_CODE = /^[a-z]{1,2}\d[a-z\d]?$/;

/** Cuts the box into pieces; `or`, `and`, `not` and `-` become marks on the next. Rule Q3. */
export function itemsOf(text: string): TextItem[] {
  const items: TextItem[] = [];
  const endsOpen = !/\s$/.test(text);
  const pieces = [...text.matchAll(PIECE)];
  let isNot = false;
  let joinsByOr = false;
  let standsAlone = false;
  let from = -1;
  pieces.forEach(({ 0: piece, index: at }, i) => {
    const isLast = i === pieces.length - 1;
    const keyword = piece.toLowerCase();
    if (!isLast || !endsOpen) {
      if (keyword === 'or' || keyword === '|') joinsByOr = true;
      else if (keyword === 'and') standsAlone = true;
      else if (keyword === 'not' || keyword === '-') isNot = true;
      if (JOINING.includes(keyword)) {
        if (from < 0) from = at;
        return;
      }
    } else if (keyword === 'not' || (items.length > 0 && JOINING.includes(keyword))) {
      // Not known yet whether it is a joining word: it asks for nothing until more comes.
      // `or` and `and` alone may be the beginning of a name.
      return;
    }
    const bare = piece.replace(/^-+(?=[^\s-])/, '');
    const isExcluded = isNot || bare !== piece;
    const marks = {
      at,
      from: from < 0 ? at : from,
      to: at + piece.length,
      isNot: isExcluded,
      joinsByOr: joinsByOr && !isExcluded,
      standsAlone: standsAlone || joinsByOr || isExcluded,
    };
    const item = itemOf(bare, { isLast, endsOpen }, marks);
    if (item.words.length > 0 || item.bracket || item.field) addItem(items, item);
    if (item.bracket === 'close') return;
    isNot = false;
    joinsByOr = false;
    standsAlone = false;
    from = -1;
  });
  return items;
}

function itemOf(
  bare: string,
  { isLast, endsOpen }: { readonly isLast: boolean; readonly endsOpen: boolean },
  marks: Pick<TextItem, 'at' | 'from' | 'to' | 'isNot' | 'joinsByOr' | 'standsAlone'>,
): TextItem {
  const bracket = bare === '(' ? 'open' : bare === ')' ? 'close' : null;
  const parts = bracket ? null : FIELD.exec(bare);
  const said = parts?.[2] ?? bare;
  const isQuoted = said.startsWith('"');
  const isOpen = isQuoted && (said.length === 1 || !said.endsWith('"'));
  const ref = bare.toUpperCase();
  return {
    ...marks,
    typed: said.replaceAll('"', ''),
    words: wordsOf(said),
    isQuoted,
    isUnfinished: isLast && (isQuoted ? isOpen : endsOpen),
    ref: REF.test(ref) ? ref : null,
    field: parts?.[1]?.toLowerCase() ?? null,
    bracket,
    openQuoteAt: isOpen ? marks.to - said.length : null,
  };
}

/** Adds a piece, joined to the one before where the two are one number or postcode. */
function addItem(items: TextItem[], item: TextItem): void {
  const before = items.at(-1);
  const [word = ''] = item.words;
  const [previous = ''] = before?.words ?? [];
  const canJoin =
    before &&
    !item.isNot &&
    !item.joinsByOr &&
    !item.standsAlone &&
    [before, item].every(
      (each) => !each.isQuoted && !each.ref && !each.field && each.words.length === 1,
    );
  if (canJoin && INWARD_CODE.test(word) && OUTWARD_CODE.test(previous)) {
    items[items.length - 1] = { ...before, to: item.to };
    return;
  }
  const isNumber =
    (/^(0|44)\d*$/.test(previous) && /^\d+$/.test(word)) ||
    (/^swe?$/.test(previous) && /^\d{4,7}$/.test(word));
  if (canJoin && isNumber) {
    items[items.length - 1] = {
      ...before,
      typed: `${before.typed} ${item.typed}`,
      words: [previous + word],
      to: item.to,
      isUnfinished: item.isUnfinished,
    };
    return;
  }
  items.push(item);
}
