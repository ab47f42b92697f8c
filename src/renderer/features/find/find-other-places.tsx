import { useState } from 'react';
import type { FindQuery } from '#contract/find-query.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { ask } from './find-store.ts';

type Near = NonNullable<FindQuery['near']>;

/** As many more as a query holds. */
const MOST_OTHERS = 4;

/** Further places to measure from beside the first: the nearest counts. */
export function OtherPlaces({ near }: { readonly near: Near }) {
  const { others = [], ...first } = near;
  const [typed, setTyped] = useState('');
  const found = useQuery('places.suggest', typed.trim() === '' ? null : { text: typed }, []);
  const places = (typed.trim() !== '' && found.value) || [];

  function measureFrom(next: NonNullable<Near['others']>) {
    ask({ near: next.length === 0 ? first : { ...first, others: next } });
  }

  function choose(value: string, isDone: boolean) {
    setTyped(value);
    const exact = places.find(({ label }) => label.toLowerCase() === value.trim().toLowerCase());
    const place = exact ?? (isDone ? places[0] : undefined);
    if (!place) return;
    setTyped('');
    const isThere = [near, ...others].some(({ label }) => label === place.label);
    if (!isThere) measureFrom([...others, place]);
  }

  return (
    <>
      {others.map((place) => (
        <Button
          key={place.label}
          look="quiet"
          small
          onPress={() => measureFrom(others.filter((each) => each !== place))}
        >
          Not from {place.label}
        </Button>
      ))}
      {others.length < MOST_OTHERS ? (
        <>
          <TextField
            label="Or from another place"
            small
            value={typed}
            list="find-other-places"
            onChange={(value) => choose(value, false)}
            onBlur={() => choose(typed, true)}
            below={null}
          />
          <datalist id="find-other-places">
            {places.map(({ label }) => (
              <option key={label} value={label} />
            ))}
          </datalist>
        </>
      ) : null}
    </>
  );
}
