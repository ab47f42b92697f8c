import { PHONE_TAIL_DIGITS } from './projection.ts';
import type { Segment } from './segment.ts';

/** Places in the order of a number that is known of each. */
interface NumberOrder {
  readonly places: Uint16Array;
  readonly numberOf: (place: number) => number;
}

interface Orders {
  readonly registrations: NumberOrder;
  /** By the digits of the telephone number from behind: those that end alike stand together. */
  readonly phones: NumberOrder;
}

const MOST_REGISTRATION = 10_000_000;
const made = new WeakMap<Segment, Orders>();

function ordersOf(segment: Segment): Orders {
  const known = made.get(segment);
  if (known) return known;
  const { registration, phoneTail } = segment.columns;
  const orders = {
    registrations: inOrder(segment.count, (place) => registration[place] as number),
    phones: inOrder(segment.count, (place) =>
      fromBehind(phoneTail[place] as number, PHONE_TAIL_DIGITS),
    ),
  };
  made.set(segment, orders);
  return orders;
}

/** Bytes that the orders take. */
export function numberOrderBytes(segment: Segment): number {
  const { registrations, phones } = ordersOf(segment);
  return registrations.places.byteLength + phones.places.byteLength;
}

/** Calls with those whose registration number begins with these digits, or is all of them. */
export function eachRegistration(
  segment: Segment,
  digits: number,
  found: (places: Uint16Array, isWhole: boolean) => void,
): void {
  const { registrations } = ordersOf(segment);
  for (let span = 1; digits * span < MOST_REGISTRATION; span *= 10) {
    found(within(registrations, digits * span, (digits + 1) * span), span === 1);
  }
}

/** Gives those whose registration number is this one. */
export function placesOfRegistration(segment: Segment, registration: number): Uint16Array {
  return within(ordersOf(segment).registrations, registration, registration + 1);
}

/** Gives those whose telephone number ends in these digits. */
export function placesOfPhone(segment: Segment, tail: string): Uint16Array {
  const { phoneDigits } = segment.columns;
  const span = 10 ** (PHONE_TAIL_DIGITS - tail.length);
  const from = fromBehind(Number(tail), tail.length) * span;
  return within(ordersOf(segment).phones, from, from + span).filter(
    (place) => (phoneDigits[place] as number) >= tail.length,
  );
}

/** Digits of a number at home that the ones kept are without: the 0 and the digit after it. */
const LEADING_DIGITS = 2;
const WHOLE_PHONE_DIGITS = 11;

/** Whether a whole telephone number begins with these digits, its first two not compared. */
export function phoneBegins({ columns }: Segment, place: number, digits: string): boolean {
  if ((columns.phoneDigits[place] as number) < WHOLE_PHONE_DIGITS) return false;
  const kept = digits.slice(LEADING_DIGITS);
  const span = 10 ** (PHONE_TAIL_DIGITS - kept.length);
  return Math.floor((columns.phoneTail[place] as number) / span) === Number(kept);
}

/** Those whose number is in `[from, to)`. */
function within({ places, numberOf }: NumberOrder, from: number, to: number): Uint16Array {
  const firstFrom = (number: number) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numberOf(places[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return places.subarray(firstFrom(from), firstFrom(to));
}

function fromBehind(number: number, digits: number): number {
  let rest = number;
  let reversed = 0;
  for (let i = 0; i < digits; i += 1) {
    reversed = reversed * 10 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return reversed;
}

function inOrder(count: number, numberOf: (place: number) => number): NumberOrder {
  const WIDEST = 2 ** 20;
  // A number and its place in one exact double: sorts as numbers do.
  const joined = Float64Array.from(
    { length: count },
    (_, place) => numberOf(place) * WIDEST + place,
  );
  const places = joined.sort().map((each) => each % WIDEST);
  return { places: new Uint16Array(places), numberOf };
}
