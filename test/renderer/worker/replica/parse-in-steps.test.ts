import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '#core/search/steps.ts';
import { parseInSteps } from '#renderer/worker/replica/parse-in-steps.ts';

const runs = (numRuns: number) => ({ numRuns, endOnFailure: false });
const utf8 = new TextEncoder();

/** What a reading gave, or that it threw. */
function outcome(read: () => unknown): unknown {
  try {
    return { is: read() };
  } catch {
    return 'thrown';
  }
}

const whole = (bytes: Uint8Array) =>
  outcome(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
const inSteps = (bytes: Uint8Array, pieceBytes?: number) =>
  outcome(() => finish(parseInSteps(bytes, 'items', pieceBytes)));

/** Texts made of what means something in JSON, and of letters of two and three bytes. */
const awkward = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    'a',
    'é',
    '€',
    '\n',
    'items',
    '\ufeff',
  ),
  maxLength: 12,
});
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    awkward,
    fc.integer(),
    fc.constantFrom(null, true, false),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('items', 'id', 'doc', 'a"b', '__proto__'), tie('any'), {
      maxKeys: 3,
    }),
  ),
})).any;
const page = fc
  .record({
    before: fc.dictionary(fc.constantFrom('stream', 'epoch', 'more'), value, { maxKeys: 2 }),
    items: fc.oneof({ weight: 9, arbitrary: fc.array(value, { maxLength: 12 }) }, value),
    after: fc.dictionary(fc.constantFrom('to', 'x\ny', 'it\u0065ms2'), value, { maxKeys: 2 }),
    room: fc.constantFrom(undefined, 1, '\t'),
  })
  .map(({ before, items, after, room }) =>
    JSON.stringify({ ...before, items, ...after }, null, room),
  );

describe('a long list read a few elements at a time', () => {
  test('is what it is when all is read at once', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 0, max: 40 }), (text, pieceBytes) => {
        const bytes = utf8.encode(text);
        expect(inSteps(bytes, pieceBytes)).toEqual(whole(bytes));
      }),
      runs(500),
    );
  });

  test('is refused wherever the whole is: a byte lost, changed or too much', () => {
    fc.assert(
      fc.property(
        page,
        fc.integer({ min: 0, max: 40 }),
        fc.nat(),
        fc.constantFrom(...utf8.encode('",[]{}:\\ 1é'), 0xef, 0xff),
        fc.constantFrom('lost', 'changed', 'more'),
        (text, pieceBytes, where, byte, how) => {
          const good = [...utf8.encode(text)];
          const at = where % good.length;
          const bytes = Uint8Array.from(
            good.toSpliced(at, how === 'more' ? 0 : 1, ...(how === 'lost' ? [] : [byte])),
          );
          expect(inSteps(bytes, pieceBytes)).toEqual(whole(bytes));
        },
      ),
      runs(2000),
    );
  });

  test.each([
    ['nothing', ''],
    ['no list', '{"to":1}'],
    ['another kind of value', '{"items":"[1,2]"}'],
    ['a list by itself', '[1,2,3]'],
    ['two of them', '{"items":[1,2],"items":[3]}'],
    ['two, and the second is no list', '{"items":[1,2],"items":null}'],
    ['the same name spelt otherwise', '{"items":[1,2],"it\\u0065ms":[]}'],
    ['a list within', '{"doc":{"items":[1,2]},"items":[[3],[4]]}'],
    ['an empty one', '{"items":[ ]}'],
    ['a comma too many', '{"items":[1,2,]}'],
    ['a comma before', '{"items":[,1]}'],
    ['the wrong bracket', '{"items":[1,2}}'],
    ['an end too early', '{"items":[1,2'],
    ['a byte order mark', '\ufeff{"items":[1,2]}'],
    ['one within', '{"items":[\ufeff1,2]}'],
    ['something behind', '{"items":[1,2]} x'],
  ])('%s', (_, text) => {
    const bytes = utf8.encode(text);
    for (const pieceBytes of [0, 1, undefined]) {
      expect(inSteps(bytes, pieceBytes)).toEqual(whole(bytes));
    }
  });

  test('a page of a thousand people is read in many steps', () => {
    const items = Array.from({ length: 1000 }, (_, n) => ({ n, text: '€'.repeat(300) }));
    const steps = parseInSteps(utf8.encode(JSON.stringify({ to: 9, items })), 'items');
    let count = 0;
    for (let step = steps.next(); ; step = steps.next(), count += 1) {
      if (!step.done) continue;
      expect(step.value).toEqual({ to: 9, items });
      break;
    }
    expect(count).toBeGreaterThan(20);
  });
});
