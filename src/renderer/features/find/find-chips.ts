import type { FacetId, FindQuery } from '#contract/find-query.ts';
import type { FindAnswer } from '#contract/queries.ts';
import type { ChipSpec } from '#renderer/ui/chip.tsx';
import { FACETS } from './facet-words.ts';

/** The choices in force as chips; `drop` says how each is taken back. */
export function chipsOf(
  query: FindQuery,
  answer: FindAnswer | null,
  drop: {
    readonly near: () => void;
    readonly value: (facet: FacetId, rest: readonly string[]) => void;
  },
): readonly ChipSpec[] {
  const chips: ChipSpec[] = [];
  if (query.near) {
    const { radiusMiles, label } = query.near;
    chips.push({
      id: 'near',
      how: radiusMiles ? 'Within' : 'From',
      what: radiusMiles ? `${radiusMiles} miles of ${label}` : label,
      onRemove: drop.near,
    });
  }
  for (const { id, how } of FACETS) {
    const chosen = query.facets[id] ?? [];
    for (const value of chosen) {
      const label = answer?.facets[id]?.find((each) => each.value === value)?.label ?? value;
      chips.push({
        id: `${id}:${value}`,
        how,
        what: label.charAt(0).toLowerCase() === label.charAt(0) ? label : soften(label),
        onRemove: () =>
          drop.value(
            id,
            chosen.filter((other) => other !== value),
          ),
      });
    }
  }
  return chips;
}

/** "Registered" within a sentence is "registered"; "AMHP" and "Kent" stay. */
function soften(label: string): string {
  const [first = ''] = label.split(' ');
  const isPlainWord =
    /^[A-Z][a-z]+$/.test(first) &&
    /^(Now|Within|Later|Not|Registered|Never|Tried|Spoken|On|Asked|Nobody|Full|Part|Flexible|Evenings|Weekends|Enhanced|None)$/.test(
      first,
    );
  return isPlainWord ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
