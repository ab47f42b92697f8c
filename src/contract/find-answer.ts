import type { CandidateId } from './brands.ts';
import type { Decision } from './decision.ts';
import type { FacetId, FindQuery } from './find-query.ts';

/** One person as a list shows them, drawn from memory (decision Q5). */
export interface Card {
  readonly id: CandidateId;
  readonly name: string;
  readonly ref: string;
  readonly registrationNumber: string | null;
  /** Why they are here, in words: "AMHP, child protection, free now". */
  readonly why: string;
  readonly town: string | null;
  /** Whole miles from the query's base, straight line; null = not known. */
  readonly distanceMiles: number | null;
  /** Their own limit; null = not stated, 999 = any. */
  readonly willTravelMiles: number | null;
  readonly availability: string;
  readonly registrationStatus: string;
  /** Working days since they came forward while nobody has spoken to them; null = spoken to. */
  readonly unheardDays: number | null;
  readonly ours: 'never' | 'tried' | 'spoken' | 'do_not_contact';
  readonly shortlistedFor: readonly string[];
  readonly notSentYet: boolean;
  /** The decision in which a colleague's edit and mine about them meet; null = none. */
  readonly twoEdits: Decision['id'] | null;
  /** The words asked for, to be marked; left out where there are none. */
  readonly marks?: { readonly name: readonly Span[]; readonly why: readonly Span[] };
}

/** A stretch of a text, in characters from its start. */
export interface Span {
  readonly at: number;
  readonly length: number;
}

/** What is searched beside a term of the box. */
export interface AlsoSearched {
  /** As the trade writes it: "AMHP". */
  readonly term: string;
  /** Each can be switched off by `notAlso`. */
  readonly labels: readonly string[];
}

/** The answer to a find: rows are read by `find.rows` while `resultId` is the newest. */
export interface FindAnswer {
  readonly resultId: number;
  readonly total: number;
  /** Matches hidden because not available, placed, paused or not to be contacted. */
  readonly hidden: number;
  /** Of `total`: those who stated no travel limit, when the query asks for it. */
  readonly limitNotStated: number;
  /** Exact, disjunctive: a facet's counts ignore its own choice. */
  readonly facets: Readonly<Partial<Record<FacetId, readonly FacetCount[]>>>;
  /** How the box was read, as a sentence. */
  readonly reading: string;
  /** The order, as a sentence. */
  readonly orderWords: string;
  /** Terms with the synonyms that go with them, those switched off among them. */
  readonly alsoSearched: readonly AlsoSearched[];
  /** Words nobody has as they are written, for which close spellings count. */
  readonly closeSpellings: readonly string[];
  /** Places in the box that could not be read as they stand; the best reading was taken. */
  readonly slips: readonly {
    /** Characters from the start of the box. */
    readonly at: number;
    readonly length: number;
    readonly words: string;
  }[];
  /** The first rows, so that a keystroke needs one round trip. */
  readonly rows: readonly Card[];
  /** Milliseconds in the worker. */
  readonly tookMs: number;
}

/** One thing that could matter less: with `query` exactly `gain` more people are found. */
export interface Rescue {
  /** "within 25 miles of Kent". */
  readonly words: string;
  readonly query: FindQuery;
  readonly total: number;
  readonly gain: number;
}

/** What the box could also mean, with how many `query` finds. */
export interface OtherReading {
  /** "within 20 miles of Margate", "“CP” as care plan". */
  readonly words: string;
  readonly query: FindQuery;
  readonly total: number;
}

/** One value of a facet with its exact count. */
export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}
