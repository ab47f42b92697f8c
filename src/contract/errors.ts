/**
 * Every failure the product expects, with when it happens and what follows.
 *
 * `AREA_WHAT`. The comment on a code is its manual page. Screens turn a code into
 * words in `renderer/ui/error-words.ts`; a test holds that each code has words.
 */
export const ERROR_CODES = [
  /** No answer, or an answer that is not ours (captive portal, proxy page). Retry later. */
  'NET_UNREACHABLE',
  /** The centre answered 429 or 503. Wait `retryAfterMs`, then try again by itself. */
  'NET_BUSY',
  /** The centre failed (500). Try again by itself; nothing was changed. */
  'NET_SERVER_FAULT',
  /** The access token is too old and could not be renewed: the person signs in again. */
  'AUTH_SIGN_IN_AGAIN',
  /** The sign-in page was closed, refused or not finished in time. */
  'AUTH_SIGN_IN_STOPPED',
  /** The centre does not grant this stream or action to this person (403). */
  'AUTH_NOT_ALLOWED',
  /** The cursor is no longer served (410): the stream is read again, work is untouched. */
  'SYNC_CURSOR_EXPIRED',
  /** A stream was to be read again four times in an hour: it is left until `nextTryAt`. */
  'SYNC_HELD_BACK',
  /** The device's order has a gap (409): resend from `details.expected`. */
  'SYNC_ORDER_GAP',
  /** The programme is closed: nothing new can be started (409). */
  'SYNC_PROGRAMME_CLOSED',
  /** Too much in one go (413): the batch is split and sent again. */
  'SYNC_TOO_LARGE',
  /** The centre refused the content (422): shown with the reason, kept on the device. */
  'SYNC_REFUSED',
  /** This version is too old to send or receive (426): changes are safe, update first. */
  'SYNC_UPGRADE_REQUIRED',
  /** A directive of the session was not signed for this device: nothing was removed. */
  'SYNC_DIRECTIVE_REFUSED',
  /** The centre signs with another key than at sign-in: its directives are not obeyed. */
  'SYNC_KEY_CHANGED',
  /** The centre's answer does not have the agreed form; nothing of it is used. */
  'SYNC_BAD_ANSWER',
  /** The journal could not be written: disk full or failing. Never shown as saved. */
  'SAVE_DISK_FULL',
  /** The journal could not be written for another reason. Never shown as saved. */
  'SAVE_FAILED',
  /** Part of the journal could not be read: what could be is kept, the file is put aside. */
  'SAVE_JOURNAL_DAMAGED',
  /** The cache on this device is damaged or gone and is being read again. */
  'STORE_REBUILT',
  /** The cache did not take what the centre sent: the disk is full. Tried again by itself. */
  'STORE_DISK_FULL',
  /** The disk takes no cache at all: it is in memory until the window closes. */
  'STORE_NOT_KEPT',
  /** Rows here were not as at the centre: they were read again; ends when all compare equal. */
  'STORE_DRIFTED',
  /** The key store cannot open this device's keys: sign in again and sync. */
  'STORE_KEYS_LOST',
  /** The operating system offers no safe key store: nothing personal is kept on disk. */
  'STORE_NOT_PERSISTED',
  /** Not synced for too long: nobody is shown until the centre has been heard (P4). */
  'STORE_LOCKED',
  /** What was asked for does not have the agreed form: a fault in this program. */
  'IPC_BAD_REQUEST',
  /** The caller is not our own page. */
  'IPC_NOT_OUR_PAGE',
  /** A rule of the trade says no; `message` says which. */
  'RULE_REFUSED',
  /** Something this program did not expect; logged without personal data. */
  'INTERNAL_FAULT',
] as const;

/** A failure the product expects. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure, as a value. */
export interface Failure {
  readonly code: ErrorCode;
  /** Plain words, no personal data, no stack. */
  readonly message: string;
  readonly retryAfterMs?: number;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** What a call that can fail gives back; a throw is always a fault in the program. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Builds a success. */
export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** Builds an expected failure. */
export function fail(
  code: ErrorCode,
  message: string,
  extra: Omit<Failure, 'code' | 'message'> = {},
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message, ...extra } };
}
