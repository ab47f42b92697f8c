import { ok } from '#contract/errors.ts';
import type { OrderNews, Orders } from '#core/sync/ports.ts';

/** What a session of a centre that signs nothing says of directives. */
export const NO_NEWS: OrderNews = {
  signedOnly: false,
  pending: [],
  receipts: 0,
  more: false,
  wipes: false,
  notices: [],
};

/** A device of a centre that signs nothing. */
export function noOrders(): Orders {
  return {
    take: () => ok(NO_NEWS),
    pending: () => [],
    done: () => ok(null),
    receipts: () => [],
    acknowledged: () => ok(null),
  };
}

/** What a vault knows of directives where there are none. */
export const NO_DIRECTIVES = {
  isSignedOnly: () => false,
  isFrozen: () => false,
  purging: () => [],
} as const;
