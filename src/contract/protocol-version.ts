/** The protocol this build speaks, sent as `SWT-Protocol`. */
export const PROTOCOL_VERSION = 1;

/** The oldest protocol the centre still serves. */
export const OLDEST_SERVED_PROTOCOL = 1;

/**
 * What each protocol version changed, newest last.
 *
 * A test hashes every schema that crosses the network; when the hash moves, raise
 * `PROTOCOL_VERSION` (or say here why the change is additive) and record the hash.
 */
export const PROTOCOL_HISTORY: readonly { readonly version: number; readonly change: string }[] = [
  { version: 1, change: 'First protocol: sessions, streams, pool buckets, push with a ledger.' },
];
