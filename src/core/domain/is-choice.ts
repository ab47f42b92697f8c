import type { Decision, Side } from '#contract/decision.ts';

/**
 * Whether one of two values can be kept; else a change is only sent again, put right or dropped.
 *
 * What stands against a refused change may be another matter: a wish to be left alone, or
 * that the vacancy is closed.
 */
export function isChoice({ is, sides, change }: Decision): boolean {
  const isOther = ({ kind }: Side) =>
    kind === 'do-not-contact' || (kind === 'vacancy' && change?.kind !== 'vacancy.edit');
  return sides.length > 0 && !(is === 'refused' && sides.every(isOther));
}
