import type { FacetId } from '#contract/find-query.ts';
import type { Ask, Choice, Term } from './asks.ts';
import { valuesOf } from './facet-values.ts';
import { choicesOf } from './facets.ts';
import { labelOf } from './labels.ts';
import { factNamed, isInTown } from './mark-terms.ts';
import type { Layer } from './match-text.ts';
import { phoneBegins } from './number-order.ts';
import { NAME_FIELD, PHONE_TAIL_DIGITS } from './projection.ts';
import { fieldsAt } from './segment.ts';
import { meaningOf } from './synonym-book.ts';
import { beginsWithSlips, slipsAllowed } from './typo.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** Facets whose chosen values are worth repeating on a row. */
const WORTH_SAYING: readonly FacetId[] = [
  'specialism',
  'annotation',
  'role',
  'employment',
  'hours',
  'practiceEducator',
  'caseSystem',
];
const MOST_REASONS = 4;

/** The main area of a person in words, without what the label only includes. */
export function mainAreaWords(area: string): string {
  return labelOf('specialism', area).replace(/\s*\(incl\.[^)]*\)/, '');
}

/**
 * Says why a person is in the list: which asks they meet, else their main area. Rule Q31.
 *
 * `register` and `readiness` close the sentence: "AMHP, child protection, lapsed, ready now".
 */
export function whyWords(
  { segment, overlay }: Layer,
  place: number,
  of: {
    readonly understood: UnderstoodQuery | null;
    /** A registration that is not as usual, in words. */
    readonly register: string | null;
    readonly readiness: string;
  },
): string {
  const reasons: string[] = [];
  if (of.understood) {
    const { reading, query } = of.understood;
    const own = reading.asks.length > 0 ? fieldsAt(segment, place) : [];
    const notes = overlay.notes.find((each) => each.place === place)?.texts ?? [];
    const fields = [...own, ...notes];
    const holds = (facet: FacetId, value: string) => {
      const bits = valuesOf(segment, overlay, facet).get(value);
      return (((bits?.[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
    };
    const { registration, phoneTail, phoneDigits } = segment.columns;
    const numbers = {
      registration: String(registration[place] ?? 0),
      phone: String(phoneTail[place] ?? 0).padStart(
        Math.min(phoneDigits[place] ?? 0, PHONE_TAIL_DIGITS),
        '0',
      ),
      phoneBegins: (digits: string) => phoneBegins(segment, place, digits),
    };
    const town = segment.towns[segment.columns.town[place] ?? 0] ?? '';
    const told = { fields, numbers, town, holds, notesFrom: own.length };
    for (const ask of reading.asks) {
      const reason = askReason(ask, told)?.words;
      if (reason) reasons.push(reason);
    }
    for (const [facet, values] of choicesOf(query)) {
      if (!WORTH_SAYING.includes(facet)) continue;
      for (const value of values) {
        if (holds(facet, value)) reasons.push(labelOf(facet, value));
      }
    }
  }
  if (reasons.length === 0) {
    reasons.push(
      mainAreaWords(segment.primaryAreas[segment.columns.primaryArea[place] ?? 0] ?? ''),
    );
  }
  const kept = [...new Set(reasons.map(lowerFirst))].slice(0, MOST_REASONS);
  const register = of.register === null ? [] : [lowerFirst(of.register)];
  return upperFirst([...new Set([...kept, ...register]), of.readiness].join(', '));
}

interface Numbers {
  readonly registration: string;
  readonly phone: string;
  readonly phoneBegins: (digits: string) => boolean;
}

/** What a reason is found in. */
interface Told {
  readonly fields: readonly (readonly string[])[];
  readonly numbers: Numbers;
  readonly town: string;
  readonly holds: (facet: FacetId, value: string) => boolean;
  /** From this field on they are our notes. */
  readonly notesFrom: number;
}

function askReason(ask: Ask, told: Told): Reason | null {
  const found = ask.choices.flatMap((choice) => choiceReason(choice, told) ?? []);
  found.sort((a, b) => a.distance - b.distance);
  return found[0] ?? null;
}

function choiceReason(choice: Choice, told: Told): Reason | null {
  if (choice.is === 'group') {
    const parts = choice.asks.map((ask) => askReason(ask, told));
    const met = parts.filter((each) => each !== null);
    if (met.length < parts.length || met.length === 0) return null;
    return {
      distance: Math.max(...met.map((each) => each.distance)),
      words: met.map((each) => each.words).join(', '),
    };
  }
  if (choice.is === 'held') {
    const i = choice.values.findIndex((each) => told.holds(choice.facet, each));
    return i < 0 ? null : { distance: 0, words: choice.labels[i] ?? '' };
  }
  if (choice.is === 'town') {
    return isInTown(told.town, choice) ? { distance: 0, words: told.town } : null;
  }
  return termReason(choice, told);
}

interface Reason {
  /** 0 = as typed, then beginnings, close spellings, synonyms. */
  readonly distance: number;
  readonly words: string;
}

function termReason(term: Term, { fields, numbers, holds, notesFrom }: Told): Reason | null {
  const placed = ({ field }: { readonly field: number }, words: string) =>
    field === NAME_FIELD ? 'name' : field >= notesFrom ? `${words} in our notes` : words;
  if (term.is === 'ref') return { distance: 0, words: 'reference' };
  if (term.is === 'number') {
    if (term.registration > 0 && numbers.registration.startsWith(String(term.registration))) {
      return { distance: 0, words: 'registration number' };
    }
    if (term.phone && numbers.phone.endsWith(term.digits.slice(-PHONE_TAIL_DIGITS))) {
      return { distance: 0, words: 'telephone number' };
    }
    if (term.phoneBegins && numbers.phoneBegins(term.digits)) {
      return { distance: 1, words: 'telephone number' };
    }
    return { distance: 1, words: term.typed };
  }
  const whole = runIn(fields, term.words, (word, wanted) => word === wanted);
  if (whole) {
    const words = meaningOf(term.words.join(' '))?.term ?? term.typed;
    const fact = factNamed(term);
    if (fact && holds('annotation', fact)) return { distance: 0, words };
    const isWritten = fact && whole.field !== NAME_FIELD && whole.field < notesFrom;
    return isWritten
      ? { distance: 1, words: `writes ${words}` }
      : { distance: 0, words: placed(whole, words) };
  }
  const begun =
    term.isPrefix && runIn(fields, term.words, (word, wanted) => word.startsWith(wanted));
  if (begun) return { distance: 1, words: placed(begun, asTheTradeWrites(begun.words)) };
  for (const { words, label } of term.meaning?.also ?? []) {
    if (runIn(fields, words, (word, wanted) => word === wanted)) {
      return { distance: 3, words: label };
    }
  }
  const slip =
    term.mayBeMistyped &&
    runIn(fields, term.words, (word, wanted) => !/\d/.test(word) && isNear(wanted, word));
  return slip ? { distance: 2, words: placed(slip, asTheTradeWrites(slip.words)) } : null;
}

/** "amhp", as the index keeps it, is "AMHP" to a recruiter. */
const asTheTradeWrites = (words: string) => meaningOf(words)?.term ?? words;

/** Whether a word is a spelling as close as may stand in at all. */
function isNear(wanted: string, word: string): boolean {
  const letters = { at: (i: number) => word.charCodeAt(i), length: word.length };
  return beginsWithSlips(wanted, letters, slipsAllowed(wanted));
}

/** Finds a run of words in one field; all but the last must be equal. */
function runIn(
  fields: readonly (readonly string[])[],
  wanted: readonly string[],
  lastIs: (word: string, wanted: string) => boolean,
): { readonly field: number; readonly words: string } | null {
  const last = wanted.length - 1;
  for (let field = 0; field < fields.length; field += 1) {
    const words = fields[field] ?? [];
    for (let at = 0; at + last < words.length; at += 1) {
      if (!lastIs(words[at + last] ?? '', wanted[last] ?? '')) continue;
      if (wanted.every((each, i) => i === last || words[at + i] === each)) {
        return { field, words: words.slice(at, at + last + 1).join(' ') };
      }
    }
  }
  return null;
}

/** "Child protection" inside a sentence, but "AMHP" and "PEPS1" as they are. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}[^\p{Lu}]*$/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
