import type { FacetId } from '#contract/find-query.ts';
import type { Overlay } from './overlay.ts';
import type { MovingFacetId, PoolFacetId } from './projection.ts';
import type { Segment } from './segment.ts';

/** Returns who has which value of a facet in a segment. */
export function valuesOf(
  segment: Segment,
  overlay: Overlay,
  facet: FacetId | PoolFacetId,
): ReadonlyMap<string, Uint32Array> {
  return (
    overlay.facets.get(facet as MovingFacetId) ??
    segment.facets.get(facet as PoolFacetId) ??
    new Map<string, Uint32Array>()
  );
}
