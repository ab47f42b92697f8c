import type { FacetId } from '#contract/find-query.ts';
import { choicesOf, valuesOf } from './facets.ts';
import type { Layer } from './find.ts';
import { labelOf } from './labels.ts';
import { NAME_FIELD, PHONE_TAIL_DIGITS } from './projection.ts';
import type { Ask, Term } from './reading.ts';
import { fieldsAt } from './segment.ts';
import { beginsWithOneSlip } from './typo.ts';
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
 * `readiness` closes the sentence: "AMHP, child protection, ready now".
 */
export function whyWords(
  { segment, overlay }: Layer,
  place: number,
  of: { readonly understood: UnderstoodQuery | null; readonly readiness: string },
): string {
  const reasons: string[] = [];
  if (of.understood) {
    const { reading, query } = of.understood;
    const fields = reading.asks.length > 0 ? fieldsAt(segment, place) : [];
    const { registration, phoneTail, phoneDigits } = segment.columns;
    const numbers = {
      registration: String(registration[place] ?? 0),
      phone: String(phoneTail[place] ?? 0).padStart(
        Math.min(phoneDigits[place] ?? 0, PHONE_TAIL_DIGITS),
        '0',
      ),
    };
    for (const ask of reading.asks) {
      const reason = askWords(ask, fields, numbers);
      if (reason) reasons.push(reason);
    }
    for (const [facet, values] of choicesOf(query)) {
      if (!WORTH_SAYING.includes(facet)) continue;
      const held = valuesOf(segment, overlay, facet);
      for (const value of values) {
        const bits = held.get(value);
        if (((bits?.[place >>> 5] ?? 0) >>> (place & 31)) & 1) reasons.push(labelOf(facet, value));
      }
    }
  }
  if (reasons.length === 0) {
    reasons.push(
      mainAreaWords(segment.primaryAreas[segment.columns.primaryArea[place] ?? 0] ?? ''),
    );
  }
  const kept = [...new Set(reasons.map(lowerFirst))].slice(0, MOST_REASONS);
  return upperFirst([...kept, of.readiness].join(', '));
}

interface Numbers {
  readonly registration: string;
  readonly phone: string;
}

function askWords(
  ask: Ask,
  fields: readonly (readonly string[])[],
  numbers: Numbers,
): string | null {
  const found = ask.terms.flatMap((term) => termReason(term, fields, numbers) ?? []);
  found.sort((a, b) => a.distance - b.distance);
  return found[0]?.words ?? null;
}

interface Reason {
  /** 0 = as typed, then beginnings, close spellings, synonyms. */
  readonly distance: number;
  readonly words: string;
}

function termReason(
  term: Term,
  fields: readonly (readonly string[])[],
  numbers: Numbers,
): Reason | null {
  if (term.is === 'ref') return { distance: 0, words: 'reference' };
  if (term.is === 'number') {
    if (term.registration > 0 && numbers.registration.startsWith(String(term.registration))) {
      return { distance: 0, words: 'registration number' };
    }
    if (term.phone && numbers.phone.endsWith(term.digits.slice(-PHONE_TAIL_DIGITS))) {
      return { distance: 0, words: 'telephone number' };
    }
    return { distance: 1, words: term.typed };
  }
  const whole = runIn(fields, term.words, (word, wanted) => word === wanted);
  if (whole) {
    const words = whole.field === NAME_FIELD ? 'name' : (term.meaning?.term ?? term.typed);
    return { distance: 0, words };
  }
  const begun =
    term.isPrefix && runIn(fields, term.words, (word, wanted) => word.startsWith(wanted));
  if (begun) return { distance: 1, words: begun.field === NAME_FIELD ? 'name' : begun.words };
  for (const { words, label } of term.meaning?.also ?? []) {
    if (runIn(fields, words, (word, wanted) => word === wanted)) {
      return { distance: 3, words: label };
    }
  }
  const slip =
    term.mayBeMistyped &&
    runIn(
      fields,
      term.words,
      (word, wanted) =>
        !/\d/.test(word) && beginsWithOneSlip(wanted, (i) => word.charCodeAt(i), word.length),
    );
  return slip ? { distance: 2, words: slip.field === NAME_FIELD ? 'name' : slip.words } : null;
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
