import { expect, test } from 'vitest';
import type { Span } from '#contract/find-answer.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { aCandidate } from '#test/builders/records.ts';
import { TODAY } from './random.ts';

const index = createPeopleIndex({ today: TODAY, places: createPlaces() });
index.put([aCandidate({ summary: 'Safeguarding lead in a front door team.' })]);

/** The marked stretches between square brackets. */
function shown(text: string, spans: readonly Span[]): string {
  let from = 0;
  let out = '';
  for (const { at, length } of spans) {
    out += `${text.slice(from, at)}[${text.slice(at, at + length)}]`;
    from = at + length;
  }
  return out + text.slice(from);
}
const highlight = (text: string, over: object = {}) =>
  index.find({ ...EVERYBODY, text, ...over }).highlight;
const marked = (box: string, text: string, over: object = {}) =>
  shown(text, highlight(box, over).marked(text));

test.each([
  ['amhp', 'An AMHP, lately.', 'An [AMHP], lately.'],
  ['dem', 'Dementia care', '[Dementia] care'],
  ['"dem"', 'Dementia care', 'Dementia care'],
  ['"front door"', 'The front door; a door in front', 'The [front door]; a door in front'],
  ['mash', 'The front door team, MASH', 'The [front door] team, [MASH]'],
  ['obrien zoe', 'Zoë O’Brien', '[Zoë] [O’Brien]'],
  ['court not kent', 'Court work in Kent', '[Court] work in Kent'],
  ['(court or kent)', 'Court work in Kent', '[Court] work in [Kent]'],
  ['front "front door"', 'the front door', 'the [front door]'],
  ['name:priya', 'Priya writes of Priya', 'Priya writes of Priya'],
  ['0009', 'Call 0009', 'Call 0009'],
  ['', 'Court work', 'Court work'],
])('[Q51] "%s" marks in "%s": %s', (box, text, wanted) => {
  expect(marked(box, text)).toBe(wanted);
});

test('[Q51] a close spelling is marked only where nobody has the word', () => {
  expect(marked('safegaurding', 'Safeguarding lead')).toBe('[Safeguarding] lead');
  expect(marked('safegaurding', 'Safeguarding lead', { closeSpellings: false })).toBe(
    'Safeguarding lead',
  );
  expect(marked('lead', 'A leaf, a lead')).toBe('A leaf, a [lead]');
});

test('[Q51] a synonym that is switched off is not marked', () => {
  expect(marked('mash', 'The front door', { notAlso: ['front door'] })).toBe('The front door');
});

test('[Q51] a name is marked by "name:" too, and our own words never', () => {
  expect(shown('Priya Nair', highlight('name:priya').markedInName('Priya Nair'))).toBe(
    '[Priya] Nair',
  );
  const why = (box: string, words: string) => shown(words, highlight(box).markedInWhy(words));
  expect(why('na', 'Name, ready now')).toBe('Name, ready now');
  expect(why('re', 'Residential, ready now')).toBe('[Residential], ready now');
  expect(why('note', 'Notes in our notes, court work, ready now')).toBe(
    '[Notes] in our notes, court work, ready now',
  );
});
