import type { Log } from '#core/ports.ts';
import type { JournalPort, Orders } from '#core/sync/ports.ts';
import type { Keyring } from '../keys/keyring.ts';

/**
 * Carries out what main can do of directives that a kill cut short: keys and journal.
 *
 * Before any window opens, so that nothing of them is shown; the rows go when the window's
 * worker opens the cache, for which it gets no key of them (C12).
 */
export function finishOrders(
  orders: Pick<Orders, 'pending'>,
  parts: {
    readonly keyring: Pick<Keyring, 'destroy'>;
    readonly journal: Pick<JournalPort, 'endAccess' | 'scrub'>;
    readonly log: Log;
  },
): void {
  const { keyring, journal, log } = parts;
  for (const order of orders.pending()) {
    try {
      if (order.kind === 'purge') keyring.destroy(order.stream);
    } catch {
      // A full disk: the engine tries again, key first; the worker is not given it meanwhile.
      log.warn('directives.key-not-destroyed');
      continue;
    }
    const done =
      order.kind === 'purge' ? journal.endAccess(order.stream) : journal.scrub(order.people);
    if (!done.ok) log.warn('directives.journal-not-scrubbed', { code: done.error.code });
  }
}
