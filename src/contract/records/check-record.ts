import { CHECKS } from '../generated/validators.js';
import type { ChangesPage, StreamItem } from '../http/streams.ts';
import type { RecordKind, RecordOf } from './kinds.ts';

/** Whether a value has the agreed form of its kind of record; unknown fields are allowed. */
export function checkRecord<Kind extends RecordKind>(
  kind: Kind,
  value: unknown,
): value is RecordOf[Kind] {
  return CHECKS[kind](value);
}

/** A page of changes whose rows are not looked into yet. */
export type PageEnvelope = Omit<ChangesPage, 'items'> & { readonly items: readonly unknown[] };

/** Whether a value is a page of changes; its rows are checked one by one with `checkItem`. */
export function checkPage(value: unknown): value is PageEnvelope {
  return CHECKS.page(value);
}

/** Whether a value is one row of a stream; its `doc` is checked with `checkRecord`. */
export function checkItem(value: unknown): value is StreamItem {
  return CHECKS.item(value);
}
