import type { IsoDate } from '#contract/brands.ts';
import { dayFromNumber, dayNumber, isoInstant } from '#core/domain/days.ts';

/** How values of one field and whole numbers stand for one another. */
export interface NumberForm {
  /** Undefined when the value does not come back from the number exactly as it was. */
  readonly toNumber: (value: unknown) => number | undefined;
  readonly toValue: (number: number) => unknown;
}

const ofPattern = (
  pattern: RegExp,
  parse: (text: string) => number,
  format: (number: number) => string,
): NumberForm => ({
  toNumber: (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) return undefined;
    const number = parse(value);
    return Number.isSafeInteger(number) && format(number) === value ? number : undefined;
  },
  toValue: format,
});

/** Forms of values that are numbers, or that people write like numbers. */
export const NUMBER_KINDS = {
  whole: {
    toNumber: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
    toValue: (number) => number,
  },
  thousandths: {
    toNumber: (value) => {
      if (typeof value !== 'number') return undefined;
      const number = Math.round(value * 1000);
      return number / 1000 === value && Number.isSafeInteger(number) ? number : undefined;
    },
    toValue: (number) => number / 1000,
  },
  day: ofPattern(
    /^\d{4}-\d\d-\d\d$/,
    (text) => dayNumber(text as IsoDate),
    (number) => dayFromNumber(number),
  ),
  month: ofPattern(
    /^\d{4}-\d\d$/,
    (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1,
    (number) =>
      `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`,
  ),
  second: ofPattern(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/,
    (text) => Date.parse(text) / 1000,
    (number) => isoInstant(number * 1000),
  ),
  instant: ofPattern(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    (text) => Date.parse(text),
    (number) => isoInstant(number),
  ),
} as const satisfies Record<string, NumberForm>;
/** The name of a form, as the header of a bucket tells it. */
export type NumberKind = keyof typeof NUMBER_KINDS;
/** In the order they are tried: the tightest first. */
export const NUMBER_KIND_NAMES = Object.keys(NUMBER_KINDS) as readonly NumberKind[];

/** A common beginning and a number without leading zeros, such as `SW9000001`. */
export const prefixedForm = (prefix: string): NumberForm =>
  ofPattern(
    /^\D*[1-9]\d*$/,
    (text) => (text.startsWith(prefix) ? Number(text.slice(prefix.length)) : Number.NaN),
    (number) => `${prefix}${number}`,
  );
