import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { CandidateId, IsoDate, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { Receipt, WIPE_REASONS, type WipeReason } from '#contract/http/directives.ts';
import { writeFileAtomically } from '../atomic-file.ts';

const Why = Type.Unsafe<WipeReason>(Type.Enum([...WIPE_REASONS]));
const Count = Type.Integer({ minimum: 0 });

/** One directive that is being carried out; what it needs and no more. */
const Pending = Type.Object({
  id: RecordId,
  /** The device it was taken by, for its receipt. */
  device: Type.String(),
  order: Type.Union([
    Type.Object({ kind: Type.Literal('purge'), stream: StreamId }),
    Type.Object({ kind: Type.Literal('erase'), people: Type.Array(CandidateId) }),
    /** `left` says what is left to do: everything, or only what the window's worker does. */
    Type.Object({ kind: Type.Literal('wipe'), left: Type.Enum(['all', 'caches']) }),
  ]),
  takenAt: IsoInstant,
  /** Changes that can not be sent any more because of it. */
  notSent: Count,
});
export type Pending = Static<typeof Pending>;

/** A fact to be told until the recruiter has read it. */
const Told = Type.Object({ id: RecordId, stream: StreamId, at: IsoInstant, notSent: Count });

/** What this device knows of directives; names nobody once they are carried out. */
const OrdersFile = Type.Object({
  version: Type.Literal(1),
  pending: Type.Array(Pending),
  receipts: Type.Array(Type.Object({ device: Type.String(), receipt: Receipt })),
  /** Carried out before, newest last: told again, only the receipt goes again. */
  done: Type.Array(Type.Object({ device: Type.String(), receipt: Receipt })),
  /** Receipts the centre has acknowledged, and the device they were of. */
  acknowledged: Type.Object({ device: Type.String(), ids: Type.Array(RecordId) }),
  /** The centre's clock at the first session of all this laptop holds. */
  since: Type.Union([IsoInstant, Type.Null()]),
  frozenUntil: Type.Union([IsoDate, Type.Null()]),
  told: Type.Array(Told),
  wiped: Type.Union([Type.Object({ at: IsoInstant, why: Why, notSent: Count }), Type.Null()]),
});
export type OrdersFile = Static<typeof OrdersFile>;

const check = Compile(OrdersFile);

/** What a device that never heard of a directive knows. */
export const NO_ORDERS: OrdersFile = {
  version: 1,
  pending: [],
  receipts: [],
  done: [],
  acknowledged: { device: '', ids: [] },
  since: null,
  frozenUntil: null,
  told: [],
  wiped: null,
};

/** Where it is kept. */
export interface OrdersStore {
  /** What cannot be read counts as nothing, and the centre tells again. */
  read(): OrdersFile;
  /** Throws what the disk throws; what was there is then untouched. */
  write(orders: OrdersFile): void;
}

/** Keeps it in a file; without a path in memory only (decision S6). */
export function ordersFile(path: string | null): OrdersStore {
  return {
    read() {
      if (path === null) return NO_ORDERS;
      try {
        const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
        return check.Check(value) ? value : NO_ORDERS;
      } catch {
        return NO_ORDERS;
      }
    },
    write(orders) {
      if (path !== null) writeFileAtomically(path, JSON.stringify(orders));
    },
  };
}
