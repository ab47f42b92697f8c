import { createStore } from 'zustand/vanilla';
import { EVERYBODY, type FacetId, type FindQuery } from '#contract/find-query.ts';
import type { Subject } from '#renderer/ui/actions.ts';

/** What Find remembers while another screen is open; never a record. */
export interface FindState {
  readonly query: FindQuery;
  /** The row with the focus. */
  readonly active: number;
  readonly selected: ReadonlyMap<string, Subject>;
  readonly isPeeking: boolean;
  /** The person opened from the list: coming back, their row has the focus. */
  readonly openedId: string | null;
}

const WIDE_ENOUGH_TO_PEEK_PX = 1200;

export function createFindStore(widthPx: number) {
  return createStore<FindState>(() => ({
    query: EVERYBODY,
    active: 0,
    selected: new Map(),
    isPeeking: widthPx >= WIDE_ENOUGH_TO_PEEK_PX,
    openedId: null,
  }));
}

export const findStore = createFindStore(window.innerWidth);

/** Asks something else: the list starts at its top. */
export function ask(part: Partial<FindQuery>): void {
  findStore.setState(({ query }) => ({ query: { ...query, ...part }, active: 0, openedId: null }));
}

/** Asks another question altogether. */
export function askThis(query: FindQuery): void {
  findStore.setState({ query, active: 0, openedId: null });
}

/** Asks without a place. */
export function askAnywhere(): void {
  const { near: _near, ...rest } = findStore.getState().query;
  findStore.setState({ query: rest, active: 0, openedId: null });
}

/** Chooses the values of one facet; none of them drops it. */
export function chooseFacet(facet: FacetId, values: readonly string[]): void {
  const { [facet]: _dropped, ...others } = findStore.getState().query.facets;
  ask({ facets: values.length === 0 ? others : { ...others, [facet]: [...values] } });
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
