import { wordsOf } from './words.ts';

/** A piece of the box: a word, a quoted phrase, a number. */
export interface TextItem {
  readonly typed: string;
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
}

const PIECE = /-?"[^"]*"?|\S+/g;
const REF = /^SWT-[A-Z0-9]{1,4}(-[A-Z0-9]{0,2})?$/;
const INWARD_CODE = /^\d[a-z]{2}$/;
const OUTWARD_CODE = /^[a-z]{1,2}\d[a-z\d]?$/;

/** Cuts the box into pieces; `or`, `and`, `not` and `-` become marks on the next. Rule Q3. */
export function itemsOf(text: string): TextItem[] {
  const items: TextItem[] = [];
  const endsOpen = !/\s$/.test(text);
  const pieces = text.match(PIECE) ?? [];
  let isNot = false;
  let joinsByOr = false;
  let standsAlone = false;
  pieces.forEach((piece, i) => {
    const isLast = i === pieces.length - 1;
    const keyword = piece.toLowerCase();
    if (!isLast || !endsOpen) {
      if (keyword === 'or' || keyword === '|') joinsByOr = true;
      else if (keyword === 'and') standsAlone = true;
      else if (keyword === 'not' || keyword === '-') isNot = true;
      if (['or', '|', 'and', 'not', '-'].includes(keyword)) return;
    } else if (items.length > 0 && ['or', '|', 'and', 'not', '-'].includes(keyword)) {
      // Not known yet whether it is a joining word: it asks for nothing until more comes.
      return;
    }
    const bare = piece.replace(/^-+(?=[^\s-])/, '');
    const isExcluded = isNot || bare !== piece;
    const isQuoted = bare.startsWith('"');
    const words = wordsOf(bare);
    const ref = bare.toUpperCase();
    const item: TextItem = {
      typed: bare.replaceAll('"', ''),
      words,
      isQuoted,
      isUnfinished: isLast && (isQuoted ? bare.length === 1 || !bare.endsWith('"') : endsOpen),
      isNot: isExcluded,
      joinsByOr: joinsByOr && !isExcluded,
      standsAlone: standsAlone || joinsByOr || isExcluded,
      ref: REF.test(ref) ? ref : null,
    };
    if (words.length > 0) addItem(items, item);
    isNot = false;
    joinsByOr = false;
    standsAlone = false;
  });
  return items;
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
    [before, item].every((each) => !each.isQuoted && !each.ref && each.words.length === 1);
  if (canJoin && INWARD_CODE.test(word) && OUTWARD_CODE.test(previous)) return;
  const isNumber =
    (/^(0|44)\d*$/.test(previous) && /^\d+$/.test(word)) ||
    (/^swe?$/.test(previous) && /^\d{4,7}$/.test(word));
  if (canJoin && isNumber) {
    items[items.length - 1] = {
      ...before,
      typed: `${before.typed} ${item.typed}`,
      words: [previous + word],
      isUnfinished: item.isUnfinished,
    };
    return;
  }
  items.push(item);
}
