/**
 * Districts recruiters name that have no social care council of their own.
 *
 * Their people are found by these words through the outward code of their home.
 */
const DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  fenland: ['PE13', 'PE15', 'PE16'],
  'high peak': ['SK13', 'SK17', 'SK22', 'SK23'],
  'new forest': ['SO40', 'SO41', 'SO42', 'SO43', 'SO45', 'BH24', 'BH25'],
  tendring: ['CO11', 'CO12', 'CO13', 'CO14', 'CO15', 'CO16'],
  thanet: ['CT7', 'CT8', 'CT9', 'CT10', 'CT11', 'CT12'],
};

/** The district's words of an outward code in capitals, where it has one. */
export const DISTRICT_BY_OUTCODE: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(DISTRICTS).flatMap(([name, codes]) =>
    codes.map((code) => [code, name.split(' ')] as const),
  ),
);
