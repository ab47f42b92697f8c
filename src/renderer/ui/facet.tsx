import { memo, type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './facet.module.css';
import { TextField } from './field.tsx';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface FacetProps {
  readonly legend: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** How many are shown before "Show all". */
  readonly first?: number;
  readonly children?: ReactNode;
}

const LONG = 12;

/** Case, punctuation and "and" against "&" make no difference (features.md 4.10). */
export function narrowingKey(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** One group of filters: counts are exact and change in place. */
export const Facet = memo(function Facet(props: FacetProps) {
  const { legend, values, chosen, onChange, first = 6 } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [narrow, setNarrow] = useState('');
  const key = narrowingKey(narrow);
  const isLong = values.length > LONG;
  const kept = key === '' ? values : values.filter((v) => narrowingKey(v.label).includes(key));
  const shown =
    isOpen || key !== ''
      ? kept
      : kept.filter((value, index) => index < first || chosen.includes(value.value));
  return (
    <fieldset className={styles.facet}>
      <legend>{legend}</legend>
      {isOpen && isLong ? (
        <TextField
          label={`Narrow ${legend.toLowerCase()}`}
          hideLabel
          small
          value={narrow}
          onChange={setNarrow}
        />
      ) : null}
      {shown.map((value) => (
        <Checkbox
          key={value.value}
          label={value.label}
          count={value.count}
          isChecked={chosen.includes(value.value)}
          onChange={(isChecked) =>
            onChange(
              isChecked
                ? [...chosen, value.value]
                : chosen.filter((other) => other !== value.value),
            )
          }
        />
      ))}
      {kept.length === 0 && key !== '' ? <p>None of that name</p> : null}
      {values.length > first ? (
        <Button
          look="quiet"
          small
          label={isOpen ? `Fewer: ${legend}` : `All ${values.length}: ${legend}`}
          onPress={() => {
            setIsOpen(!isOpen);
            setNarrow('');
          }}
        >
          {isOpen ? 'Fewer' : `All ${values.length}`}
        </Button>
      ) : null}
      {props.children}
    </fieldset>
  );
});
