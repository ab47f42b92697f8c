import type { Term } from './asks.ts';
import type { Places } from './places.ts';
import type { TextItem } from './reading-items.ts';

const MAX_REGISTRATION_DIGITS = 7;

/** A registration number with or without SW and zeros, or a part of a telephone number. Rule Q8. */
export function numberTerm(item: TextItem, word: string, places: Places): Term | null {
  const match = /^(swe?)?(\d{1,15})$/.exec(word);
  if (!match) return null;
  const digits = match[2] ?? '';
  const isPadded = digits.startsWith('0') && digits.length >= MAX_REGISTRATION_DIGITS;
  const bare = isPadded ? digits.replace(/^0+/, '') : digits;
  const canBeRegistration =
    bare !== '' && !bare.startsWith('0') && bare.length <= MAX_REGISTRATION_DIGITS;
  if (match[1]) {
    const stripped = digits.replace(/^0+/, '');
    if (stripped === '' || stripped.length > MAX_REGISTRATION_DIGITS) return null;
    if (places.isOutcode(word)) return null;
    return {
      is: 'number',
      typed: item.typed,
      digits,
      registration: Number(stripped),
      phone: false,
      phoneBegins: false,
      text: false,
    };
  }
  const whole = national(digits);
  return {
    is: 'number',
    typed: item.typed,
    digits: whole,
    registration: canBeRegistration && bare.length >= 3 ? Number(bare) : 0,
    phone: digits.length >= 4,
    phoneBegins: /^0\d{4,9}$/.test(whole),
    text: digits.length <= 4,
  };
}

/** Digits of a telephone number without the country's code. */
const national = (digits: string) => digits.replace(/^(0044|44)(?=\d{9})/, '0');
