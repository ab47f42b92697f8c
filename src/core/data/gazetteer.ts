import type { CouncilId } from '#contract/brands.ts';
import { PLACES_BY_COUNCIL } from './gazetteer-places.ts';

/** The credit GeoNames asks for; the About screen shows it. */
export const GEONAMES_CREDIT = 'Place names and points: GeoNames (geonames.org), CC BY 4.0.';

/** A town, village or suburb of England. */
export interface Place {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** By the county GeoNames names; inside London and old Cumbria by the nearest known point. */
  readonly councilId: CouncilId;
}

/** About 3,600 places of England, by council; a name may stand more than once. */
export const PLACES: readonly Place[] = PLACES_BY_COUNCIL.trim()
  .split('\n')
  .flatMap((line) => {
    const [council = '', places = ''] = line.split(': ');
    return places.split('|').map((place) => {
      const [name = '', lat, lon] = place.split(',');
      return {
        name,
        lat: Number(lat) / 1000,
        lon: Number(lon) / 1000,
        councilId: council as CouncilId,
      };
    });
  });
