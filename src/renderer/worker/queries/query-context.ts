import type { CandidateId, IsoDate } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { ReplicaOwner } from '#contract/replica-port.ts';
import type { PeopleIndex } from '#core/search/people-index.ts';
import type { Replica } from '../replica/replica.ts';
import type { ShownWork } from '../shown-work.ts';

/** What a query may look at. */
export interface QueryContext {
  readonly owner: ReplicaOwner;
  readonly replica: Replica;
  readonly people: PeopleIndex;
  readonly shown: ShownWork;
  readonly today: IsoDate;
}

/** The name of a person, or null once they have withdrawn. */
export function nameOf({ people }: Pick<QueryContext, 'people'>, id: CandidateId): string | null {
  return people.nameOf(id);
}

/** A query that asks for nothing but distances from a base. */
export function from(near: NonNullable<FindQuery['near']>): FindQuery {
  return { ...EVERYBODY, near };
}

/** The base distances are measured from where a screen has no query of its own. */
export function councilBase({ council }: ReplicaOwner): NonNullable<FindQuery['near']> {
  return { label: council.name, lat: council.lat, lon: council.lon, withinTheirLimit: true };
}
