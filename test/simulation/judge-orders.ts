import type { Centre } from './centre.ts';
import type { Laptop } from './laptop.ts';
import { grantsOf, programmeOf } from './push.ts';

/** Whether its recruiter may read nothing at all any more. */
export function isWithoutAccess({ memory }: Centre, { recruiter }: Laptop): boolean {
  return grantsOf(memory, recruiter.actor.id).length === 0;
}

/** Whether nothing of a recruiter is left on a laptop. */
export function isEmptied(laptop: Laptop): boolean {
  if (laptop.keys.ids().size > 0 || laptop.entries().length > 0) return false;
  return laptop.disk.isEmpty;
}

/** Whether all that was ordered of a laptop is done, and the centre knows it. */
export function isObedient(centre: Centre, laptop: Laptop): boolean {
  if (centre.protocol < 2) return true;
  const { orders = [], receipts } = laptop.engine?.readState() ?? {};
  if (orders.length > 0 || receipts?.count !== 0) return false;
  const isClosed = programmeOf(centre.memory).status === 'closed';
  // A restored centre may have the receipt of before it was reopened: the record itself says it.
  const mayDiffer = isClosed && centre.history > 0;
  if (laptop.isFrozen() !== isClosed && !mayDiffer) return false;
  // A copy of an old hello may have had the centre forget a receipt: it goes with the next one.
  const done = new Set(laptop.ordersDisk.read().done.map(({ receipt }) => receipt.directive));
  return centre.orders.due(laptop.device()).every(({ id }) => done.has(id));
}
