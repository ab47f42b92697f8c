/**
 * How a column's text becomes a value, by type number; the same on both engines.
 *
 * Counters are numbers and refuse to lose digits; moments are ISO text in UTC.
 */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  // int8
  20: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error('a counter is beyond 2^53');
    return value;
  },
  // date
  1082: (text) => text,
  // timestamptz
  1184: (text) => new Date(text).toISOString(),
};
