import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneCodec } from './clone-codec.ts';

const there = (value: unknown): unknown => cloneCodec.decode(cloneCodec.encode(value));

describe('structured clone as text', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['minus nought', -0],
    ['not a number, and the infinities', [Number.NaN, Infinity, -Infinity]],
    ['a large integer', 2n ** 70n],
    ['text that needs care', 'é\u2028\u0000🙂\ud800'],
    ['a date, and one that is none', [new Date(1), new Date(Number.NaN)]],
    ['a pattern', /a\/b/giu],
    ['maps in maps', new Map<unknown, unknown>([[1, new Map([['a', null]])]])],
    ['a set', new Set([1, 'a', undefined])],
    ['views', [new Uint8Array([1, 255]), new Float64Array([0.1]), new BigInt64Array([-1n])]],
    ['a buffer', new Uint8Array([3, 4]).buffer],
    ['objects in lists in objects', { a: { b: [{ c: undefined }, [], {}] } }],
    ['a key that is no ordinary one', JSON.parse('{"__proto__": 1, "x": 2}')],
  ])('%s arrives as it left', (_name, value) => {
    expect(there(value)).toStrictEqual(value);
  });

  it('whatever can be cloned arrives as a structured clone of it would', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(there(value)).toStrictEqual(structuredClone(value));
      }),
    );
  });

  it('an error keeps its kind, its message and its cause', () => {
    const error = there(new RangeError('far', { cause: new Error('near') })) as RangeError;
    expect(error).toBeInstanceOf(RangeError);
    expect([error.message, (error.cause as Error).message]).toEqual(['far', 'near']);
  });

  it('what was one thing stays one thing, and a circle stays a circle', () => {
    const shared = [1];
    const circle: Record<string, unknown> = { a: shared, b: shared };
    circle.self = circle;
    const got = there(circle) as Record<string, unknown>;
    expect(got.a).toBe(got.b);
    expect(got.self).toBe(got);
  });

  it('a view on part of a buffer takes only its part', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    expect(there(view)).toStrictEqual(new Uint8Array([2, 3]));
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
  ])('%s is refused in Electron’s words', (_name, value) => {
    expect(() => cloneCodec.encode([value])).toThrow('An object could not be cloned.');
  });
});
