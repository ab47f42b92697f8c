import type { FacetId, FindQuery } from '#contract/find-query.ts';
import type { Choice } from '#core/search/asks.ts';
import { type UnitVector, unitVector } from '#core/search/distance.ts';
import type { UnderstoodQuery } from '#core/search/understood-query.ts';

/** A person as a peer gets them: what the index gets, told apart no further than it needs. */
export interface PeerPerson {
  readonly place: number;
  readonly id: string;
  readonly name: string;
  readonly mainArea: string;
  /** All words, the name and the numbers among them, folded and joined by spaces. */
  readonly text: string;
  /** Numbers of the facets' values (`FacetNumbers`). */
  readonly values: readonly number[];
  readonly at: UnitVector | null;
  readonly limitMiles: number;
  readonly interestSeconds: number;
}

/** One word, or several side by side. */
export interface PeerWords {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/**
 * A query that has been read already, so that no peer spends time on it.
 *
 * Synonyms are left out, and brackets and facets typed in the box: no peer knows them.
 */
export interface PeerQuestion {
  /** Joined by AND; the choices of one by OR. */
  readonly asks: readonly (readonly PeerWords[])[];
  readonly not: readonly PeerWords[];
  readonly near: {
    readonly from: UnitVector;
    readonly radiusMiles: number;
    readonly withinTheirLimit: boolean;
  } | null;
  readonly facets: readonly (readonly [FacetId, readonly string[]])[];
}

/** What everybody answers: how many, the counts of every value, the first rows. */
export interface PeerAnswer {
  readonly total: number;
  readonly counts: Uint32Array;
  readonly rows: readonly number[];
}

/** A general search library, or nothing but a loop, doing what the index does. */
export interface Peer {
  add(people: readonly PeerPerson[]): void;
  /** What is left to do once everybody has been added. */
  finish(): void;
  find(question: PeerQuestion, wanted: number): PeerAnswer;
  /** The words around the matches of one row, marked; only the scan does it. */
  highlight?(place: number, question: PeerQuestion): string;
}

/** Puts a query that the index has read into a peer's terms. */
export function questionOf({ query, reading, near }: UnderstoodQuery): PeerQuestion {
  return {
    asks: reading.asks.map(({ choices }) => choices.flatMap(wordsOfChoice)).filter(isAny),
    not: reading.not.flatMap(wordsOfChoice),
    near: near && {
      from: unitVector(near.lat, near.lon),
      radiusMiles: near.radiusMiles ?? Number.POSITIVE_INFINITY,
      withinTheirLimit: near.withinTheirLimit,
    },
    facets: (Object.entries(query.facets) as [FacetId, FindQuery['facets'][FacetId]][]).flatMap(
      ([facet, values]) => (values && values.length > 0 ? [[facet, values] as const] : []),
    ),
  };
}

const isAny = (choices: readonly PeerWords[]) => choices.length > 0;

function wordsOfChoice(choice: Choice): readonly PeerWords[] {
  if (choice.is === 'words') return [{ words: choice.words, isPrefix: choice.isPrefix }];
  if (choice.is === 'number') return [{ words: [choice.digits], isPrefix: true }];
  if (choice.is === 'ref') return [{ words: [choice.ref.toLowerCase()], isPrefix: true }];
  return choice.is === 'group'
    ? choice.asks.flatMap((ask) => ask.choices.flatMap(wordsOfChoice))
    : [];
}
