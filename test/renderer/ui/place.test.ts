import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, matchPath, parsePlace } from '#renderer/ui/place.ts';

test('an address leads back to the place it was made of', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (query) => {
      // An object key that JavaScript treats in its own way is no name we use.
      fc.pre(!('__proto__' in query) && Object.keys(query).every((key) => key !== '__proto__'));
      const place = parsePlace(addressOf('/find', query));
      expect(place.path).toBe('/find');
      expect({ ...place.query }).toEqual({ ...query });
    }),
  );
});

test('nothing and nonsense lead to Today', () => {
  for (const hash of ['', '#', '#/', '#nonsense']) expect(parsePlace(hash).path).toBe('/today');
});

test('a path with a name in it gives the name', () => {
  expect(matchPath('/person/:id', '/person/42')).toEqual({ id: '42' });
  expect(matchPath('/person/:id', '/person/%zz')).toEqual({ id: '%zz' });
  expect(matchPath('/person/:id', '/person/')).toBeNull();
  expect(matchPath('/find', '/find/more')).toBeNull();
});
