import type { Region } from '#contract/vocabulary.ts';
import { COUNCIL_BY_ID } from '#core/data/councils.ts';
import { OUTCODES, type Outcode } from '#core/data/outcodes.ts';
import type { Chance, Weights } from './chance.ts';

/** Where a made-up person lives, and how far they will travel from there. */
export interface Home {
  readonly region: Region;
  readonly outcode: Outcode;
  readonly maxTravelMiles: number | undefined;
  readonly canTravelForVisits: boolean;
}

/** Region of home in per cent (domain.md section 10, census of 2021). */
export const REGION_WEIGHTS: Weights<Region> = [
  ['North East', 6.3],
  ['North West', 13.9],
  ['Yorkshire and The Humber', 11.6],
  ['East Midlands', 7.6],
  ['West Midlands', 11.2],
  ['East of England', 9.9],
  ['London', 16.4],
  ['South East', 14.2],
  ['South West', 8.9],
];

/** Miles, nearest first; 999 = any distance. */
const TRAVEL: Weights<number> = [
  [5, 6],
  [10, 20],
  [15, 21],
  [20, 21],
  [30, 17],
  [40, 8],
  [60, 5],
  [999, 2],
];
const MILES = TRAVEL.map(([miles]) => miles);
const TRAVEL_NOT_STATED = 0.03;

/**
 * A council draws people by how many outward codes the list has of it, which follows its
 * size well enough; Birmingham has more people to a code than anyone.
 */
const OUTCODES_BY_REGION: ReadonlyMap<Region | undefined, Weights<Outcode>> = new Map(
  [...Map.groupBy(OUTCODES, ({ councilId }) => COUNCIL_BY_ID.get(councilId)?.region).entries()].map(
    ([region, outcodes]) => [
      region,
      outcodes.map((outcode): Weights<Outcode>[number] => [
        outcode,
        outcode.councilId === 'birmingham' ? 3 : 1,
      ]),
    ],
  ),
);

/** Draws region, outward code and travel together: London travels less far and drives less. */
export function drawHome(chance: Chance): Home {
  const region = chance.weighted(REGION_WEIGHTS);
  const outcode = chance.weighted(OUTCODES_BY_REGION.get(region) ?? []);
  const london = region === 'London';
  const miles = chance.weighted(TRAVEL);
  const band = Math.max(0, MILES.indexOf(miles) - (london && miles !== 999 ? 1 : 0));
  return {
    region,
    outcode,
    maxTravelMiles: chance.one(TRAVEL_NOT_STATED) ? undefined : MILES[band],
    canTravelForVisits: chance.one(london ? 0.88 : 0.92),
  };
}
