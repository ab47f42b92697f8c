/** The protocol this build speaks, sent as `SWT-Protocol`. */
export const PROTOCOL_VERSION = 2;

/** The oldest protocol the centre still serves. */
export const OLDEST_SERVED_PROTOCOL = 1;

/** The first protocol whose apps obey directives. */
export const DIRECTIVES_SINCE = 2;

/** The first protocol whose apps know the streams `presence` and `user:<id>`. */
export const PRESENCE_SINCE = 2;

/** One version of the protocol. */
export interface ProtocolChange {
  readonly version: number;
  readonly change: string;
  /** First 16 hex digits of the SHA-256 of every schema on the wire. */
  readonly hash: string;
}

/**
 * What each protocol version changed, newest last.
 *
 * A test hashes every schema that crosses the network. When the hash moves: raise
 * `PROTOCOL_VERSION` and add a line; while a version is unreleased, replace its hash.
 */
export const PROTOCOL_HISTORY: readonly ProtocolChange[] = [
  {
    version: 1,
    change: 'First protocol: sessions, streams, pool buckets, push with a ledger.',
    hash: '867febe7398a8754',
  },
  {
    version: 2,
    change:
      'Directives and receipts, digests and repair, conflicts with both values, presence, saved searches and marks.',
    hash: 'b926772d3473f700',
  },
];
