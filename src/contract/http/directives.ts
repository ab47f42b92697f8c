import { type Static, Type } from 'typebox';
import { CandidateId, IsoDate, IsoInstant, RecordId, StreamId } from '../brands.ts';

/** What a directive can say; each is obeyed key first, then data (sync.md 3.6). */
export const DIRECTIVE_KINDS = ['purge', 'erase', 'wipe', 'freeze'] as const;
export type DirectiveKind = (typeof DIRECTIVE_KINDS)[number];

/** Why a laptop is emptied: what its recruiter is told. */
export const WIPE_REASONS = ['ordered', 'access-ended', 'programme-ended'] as const;
export type WipeReason = (typeof WIPE_REASONS)[number];

/** The device of a directive that is for every laptop: only of `erase` and `freeze`. */
export const EVERY_DEVICE = '*';

/**
 * An order of the centre to remove something for good, signed so that nothing else can give it.
 *
 * `purge` names a stream, `erase` people, `freeze` the day until which may be read, `wipe` why.
 * Signed are the bytes of `core/codec/directive-text` by Ed25519 (decision D10).
 */
export const SignedDirective = Type.Object({
  id: RecordId,
  kind: Type.Unsafe<DirectiveKind>(Type.Enum([...DIRECTIVE_KINDS])),
  /** One device, or `*`. */
  device: Type.String({ minLength: 1, maxLength: 64 }),
  stream: Type.Optional(StreamId),
  people: Type.Optional(Type.Array(CandidateId, { minItems: 1, maxItems: 500 })),
  until: Type.Optional(IsoDate),
  why: Type.Optional(Type.Unsafe<WipeReason>(Type.Enum([...WIPE_REASONS]))),
  issuedAt: IsoInstant,
  keyId: Type.String({ maxLength: 64 }),
  /** 64 bytes, base64url. */
  signature: Type.String({ pattern: '^[A-Za-z0-9_-]{86}$' }),
});
export type SignedDirective = Static<typeof SignedDirective>;

/** What the centre signs with, as laptops know it; `keyId` is made of the key itself. */
export const DirectiveKey = Type.Object({
  keyId: Type.String({ maxLength: 64 }),
  /** 32 bytes of an Ed25519 public key, base64url. */
  publicKey: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
});
export type DirectiveKey = Static<typeof DirectiveKey>;

/** That a directive was obeyed to its end on a device; names nobody. */
export const Receipt = Type.Object({
  directive: RecordId,
  at: IsoInstant,
  done: Type.Object({
    /** Changes of the recruiter that had not been sent and are gone. */
    notSent: Type.Integer({ minimum: 0 }),
  }),
});
export type Receipt = Static<typeof Receipt>;

/** `POST /v1/sync/receipts`; sent until acknowledged. */
export const Receipts = Type.Object({
  device: Type.String({ minLength: 8, maxLength: 64 }),
  receipts: Type.Array(Receipt, { minItems: 1, maxItems: 200 }),
});
export type Receipts = Static<typeof Receipts>;

/** Which receipts need not be sent again, the unknown ones among them. */
export const ReceiptsTaken = Type.Object({ taken: Type.Array(RecordId) });
export type ReceiptsTaken = Static<typeof ReceiptsTaken>;
