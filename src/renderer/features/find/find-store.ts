import { createStore } from 'zustand/vanilla';
import type { RecordId } from '#contract/brands.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { EVERYBODY, type FacetId, type FindQuery, type Order } from '#contract/find-query.ts';
import type { Subject } from '#renderer/ui/actions.ts';

/** What Find remembers while another screen is open; never a record. */
export interface FindState {
  readonly query: FindQuery;
  /** The recruiter chose the order: it stays, whatever is typed. */
  readonly isOrderChosen: boolean;
  /** The row with the focus. */
  readonly active: number;
  readonly selected: ReadonlyMap<string, Subject>;
  readonly isPeeking: boolean;
  /** The saved search that is open, changed or not. */
  readonly savedId: RecordId | null;
  /** What was kept over a restart has been read: from now on this is newer. */
  readonly isTakenUp: boolean;
  /** The person opened from the list: coming back, their row has the focus. */
  readonly openedId: string | null;
  /** The reason that is on record for what is asked now; null = none. */
  readonly recorded: string | null;
  /** Why it could not be put on record. */
  readonly recordError: ErrorCode | null;
}

const WIDE_ENOUGH_TO_PEEK_PX = 1200;

export function createFindStore(widthPx: number) {
  return createStore<FindState>(() => ({
    query: EVERYBODY,
    isOrderChosen: false,
    active: 0,
    selected: new Map(),
    isPeeking: widthPx >= WIDE_ENOUGH_TO_PEEK_PX,
    savedId: null,
    isTakenUp: false,
    openedId: null,
    recorded: null,
    recordError: null,
  }));
}

export const findStore = createFindStore(window.innerWidth);

/** Forgets everything: whoever signs in next must not see what was searched. */
export function forgetFind(): void {
  findStore.setState(findStore.getInitialState(), true);
}

/** What comes first until somebody chooses: the best match of what is typed. */
const usualOrder = ({ text }: FindQuery): Order =>
  text.trim() === '' ? 'longest_unheard' : 'best_match';

/** Asks something else: the list starts at its top. */
export function ask(part: Partial<FindQuery>): void {
  const { must, mustNot, ...rest } = { ...findStore.getState().query, ...part };
  // What demands nothing is left out, so that the same question has one form.
  askThis({ ...rest, ...demanding('must', must), ...demanding('mustNot', mustNot) });
}

function demanding(name: 'must' | 'mustNot', values: FindQuery['must']) {
  return values && Object.keys(values).length > 0 ? { [name]: values } : {};
}

/** Asks another question altogether. */
export function askThis(asked: FindQuery): void {
  const { isOrderChosen } = findStore.getState();
  const query = isOrderChosen ? asked : { ...asked, order: usualOrder(asked) };
  findStore.setState({ query, active: 0, openedId: null });
}

/** Puts what was found in an order of the recruiter's own choice. */
export function chooseOrder(order: Order): void {
  findStore.setState({ isOrderChosen: true });
  ask({ order });
}

/** Takes a question as it stands, its order too: of a link, of a saved search. */
export function takeUp(query: FindQuery): void {
  const isOrderChosen = query.order !== usualOrder(query);
  findStore.setState({ query, isOrderChosen, active: 0, openedId: null });
}

/** Opens a saved search as it stands. */
export function openSaved(savedId: RecordId, query: FindQuery): void {
  takeUp(query);
  findStore.setState({ savedId });
}

/** Goes on with the same question, which is no saved search any more. */
export function closeSaved(): void {
  findStore.setState({ savedId: null });
}

/** Asks without a place. */
export function askAnywhere(): void {
  const { near: _near, ...rest } = findStore.getState().query;
  askThis(rest);
}

/** Asks no longer for what needed a reason. */
export function askWithout(what: 'minYears' | 'languages'): void {
  const { [what]: _before, ...rest } = findStore.getState().query;
  askThis(rest);
}

/** Chooses the values of one facet; what must be had stays so while it is chosen. */
export function chooseFacet(facet: FacetId, values: readonly string[]): void {
  const { facets, must = {}, mustNot = {} } = findStore.getState().query;
  const kept = (must[facet] ?? []).filter((value) => values.includes(value));
  const { [facet]: _can, ...otherFacets } = facets;
  const { [facet]: _must, ...otherMust } = must;
  const { [facet]: left = [], ...otherNot } = mustNot;
  const can = values.filter((value) => !kept.includes(value));
  const stillLeft = left.filter((value) => !values.includes(value));
  ask({
    facets: can.length === 0 ? otherFacets : { ...otherFacets, [facet]: can },
    must: kept.length === 0 ? otherMust : { ...otherMust, [facet]: kept },
    mustNot: stillLeft.length === 0 ? otherNot : { ...otherNot, [facet]: stillLeft },
  });
}

/** How a facet's value counts: all of `must`, one of `can` of its facet, none of `not`. */
export type Way = 'must' | 'can' | 'not' | 'off';

/** Says how a value counts; it counts in one way only. */
export function demand(facet: FacetId, value: string, way: Way): void {
  const { facets, must = {}, mustNot = {} } = findStore.getState().query;
  ask({
    facets: withValue(facets, { facet, value, isIn: way === 'can' }),
    must: withValue(must, { facet, value, isIn: way === 'must' }),
    mustNot: withValue(mustNot, { facet, value, isIn: way === 'not' }),
  });
}

function withValue(
  values: FindQuery['facets'],
  {
    facet,
    value,
    isIn,
  }: { readonly facet: FacetId; readonly value: string; readonly isIn: boolean },
): FindQuery['facets'] {
  const { [facet]: before = [], ...others } = values;
  const rest = before.filter((each) => each !== value);
  const next = isIn ? [...rest, value] : rest;
  return next.length === 0 ? others : { ...others, [facet]: next };
}

/** Of the words that go with a term, searches these and no others. */
export function searchAlso(labels: readonly string[], wanted: readonly string[]): void {
  const { notAlso = [], ...query } = findStore.getState().query;
  const others = notAlso.filter((each) => !labels.includes(each));
  const next = [...others, ...labels.filter((each) => !wanted.includes(each))];
  askThis(next.length === 0 ? query : { ...query, notAlso: next });
}

/** Lets close spellings count, or only what is written. */
export function searchCloseSpellings(isWanted: boolean): void {
  const { closeSpellings: _before, ...query } = findStore.getState().query;
  askThis(isWanted ? query : { ...query, closeSpellings: false });
}

/** Adds to or takes from the selection. */
export function toggleSelected(subject: Subject): void {
  findStore.setState(({ selected }) => {
    const next = new Map(selected);
    if (!next.delete(subject.id)) next.set(subject.id, subject);
    return { selected: next };
  });
}

/** Adds to the selection what is not in it. */
export function addSelected(subjects: readonly Subject[]): void {
  findStore.setState(({ selected }) => ({
    selected: new Map([...selected, ...subjects.map((each) => [each.id, each] as const)]),
  }));
}

export function clearSelected(): void {
  findStore.setState({ selected: new Map() });
}
