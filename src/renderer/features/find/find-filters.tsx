import { memo, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { FindAnswer } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { CouncilInfo } from '#contract/sync-state.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { plural } from '#renderer/ui/dates.ts';
import facet from '#renderer/ui/facet.module.css';
import { Facet } from '#renderer/ui/facet.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Select } from '#renderer/ui/menu.tsx';
import text from '#renderer/ui/text.module.css';
import { useIsNarrow } from '#renderer/ui/use-is-narrow.ts';
import { FACETS, RADII } from './facet-words.ts';
import { clearChoices } from './find-chips.ts';
import { OtherPlaces } from './find-other-places.tsx';
import styles from './find-screen.module.css';
import { ask, askAnywhere, chooseFacet, findStore } from './find-store.ts';
import { FindWithReason } from './find-with-reason.tsx';

/** All that is asked but the words, which the filters need not be drawn again for. */
type Choices = Omit<FindQuery, 'text'>;

function useChoices(): Choices {
  return useStore(
    findStore,
    useShallow(({ query: { text: _typed, ...choices } }): Choices => choices),
  );
}

const ANY = 'any';
const FIRST_RADIUS = 20;

/** Every way to narrow, with exact counts that change in place; nothing to apply. */
export const FindFilters = memo(function FindFilters(props: {
  readonly answer: FindAnswer | null;
  /** How many there are now. */
  readonly inForce: number;
  readonly base: CouncilInfo | null;
}) {
  const { answer } = props;
  const query = useChoices();
  const isNarrow = useIsNarrow();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className={styles.filters}
      open={!isNarrow || isOpen}
      // In a wide window they are open whatever was chosen in a narrow one.
      onToggle={(event) => isNarrow && setIsOpen(event.currentTarget.open)}
      data-region=""
    >
      <summary>
        <Icon name="filter" />
        Filters{props.inForce > 0 ? ` (${props.inForce})` : ''}
      </summary>
      <div className={styles.filtersHead}>
        <h2>Filters</h2>
        {props.inForce > 0 ? (
          <Button look="quiet" small label="Clear filters" onPress={clearChoices}>
            Clear
          </Button>
        ) : null}
      </div>
      <Place query={query} answer={answer} base={props.base} />
      {FACETS.map(({ id, legend }) => {
        const values = answer?.facets[id];
        return values && values.length > 0 ? (
          <Facet
            key={id}
            legend={legend}
            values={values}
            chosen={[...(query.must?.[id] ?? []), ...(query.facets[id] ?? [])]}
            onChange={(chosen) => chooseFacet(id, chosen)}
          />
        ) : null;
      })}
      <FindWithReason query={query} />
    </details>
  );
});

function Place(props: {
  readonly query: Choices;
  readonly answer: FindAnswer | null;
  readonly base: CouncilInfo | null;
}) {
  const { near } = props.query;
  const [typed, setTyped] = useState(near?.label ?? '');
  const label = near?.label ?? '';
  useEffect(() => setTyped(label), [label]);
  const isNew = typed.trim() !== '' && typed !== label;
  const found = useQuery('places.suggest', isNew ? { text: typed } : null, []);
  const places = (isNew && found.value) || [];

  function choose(value: string, isDone: boolean) {
    setTyped(value);
    if (value.trim() === '') {
      askAnywhere();
      return;
    }
    const exact = places.find((each) => each.label.toLowerCase() === value.trim().toLowerCase());
    const place = exact ?? (isDone ? places[0] : undefined);
    if (place)
      ask({
        near: {
          radiusMiles: FIRST_RADIUS,
          withinTheirLimit: false,
          ...near,
          ...place,
        },
      });
  }

  function chooseRadius(value: string) {
    if (!near) return;
    const { radiusMiles: _before, ...rest } = near;
    ask({ near: value === ANY ? rest : { ...rest, radiusMiles: Number(value) } });
  }

  const notStated = props.answer?.limitNotStated ?? 0;
  return (
    <fieldset className={facet.facet}>
      <legend>Place</legend>
      <div className={styles.place}>
        <TextField
          label="Town, council or postcode"
          hideLabel
          small
          value={typed}
          list="find-places"
          onChange={(value) => choose(value, false)}
          onBlur={() => isNew && choose(typed, true)}
          below={
            isNew && found.state === 'ready' && found.isCurrent && places.length === 0
              ? 'No place of that name'
              : near
                ? null
                : 'For example CT21 or Hythe'
          }
        />
        <datalist id="find-places">
          {places.map((place) => (
            <option key={place.label} value={place.label} />
          ))}
        </datalist>
        {near ? (
          <>
            <OtherPlaces near={near} />
            <Select
              label="Distance"
              hideLabel
              value={near.radiusMiles === undefined ? ANY : String(near.radiusMiles)}
              choices={[
                ...RADII.map((miles) => ({ value: miles, label: `${miles} miles` })),
                { value: ANY, label: 'Any distance' },
              ]}
              onChange={chooseRadius}
            />
            <Checkbox
              label="They would travel it"
              isChecked={near.withinTheirLimit}
              onChange={(withinTheirLimit) => ask({ near: { ...near, withinTheirLimit } })}
            />
            {notStated > 0 ? (
              <p className={text.meta}>
                {plural(notStated, 'person', 'people')} did not say how far; they are kept.
              </p>
            ) : null}
          </>
        ) : props.base ? (
          <Button
            look="quiet"
            small
            onPress={() => {
              const { base } = props;
              if (base)
                ask({
                  near: {
                    label: base.name,
                    lat: base.lat,
                    lon: base.lon,
                    radiusMiles: FIRST_RADIUS,
                    withinTheirLimit: true,
                  },
                });
            }}
          >
            Near {props.base.name}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
