import type { FindQuery } from '#contract/find-query.ts';
import type { Home } from './places.ts';
import type { Near, Reading } from './reading.ts';

/** A query as it was understood. */
export interface UnderstoodQuery {
  readonly query: FindQuery;
  readonly reading: Reading;
  /** The base and radius that count: from the box, from the query, or the searcher's own. */
  readonly near: Near | null;
  /** Where whoever searches is at home. */
  readonly home: Home;
}
