import { type Static, Type } from 'typebox';
import { CouncilId, IsoInstant, RecruiterId } from '../brands.ts';
import { RecruiterRole } from '../vocabulary.ts';
import { WIPE_REASONS, type WipeReason } from './directives.ts';

/** One laptop as the centre knows it. */
export const Device = Type.Object({
  device: Type.String({ maxLength: 64 }),
  recruiter: Type.Object({ id: RecruiterId, name: Type.String() }),
  /** Names of the councils its recruiter works for. */
  councils: Type.Array(Type.String()),
  appVersion: Type.Union([Type.String(), Type.Null()]),
  seenAt: IsoInstant,
  wipe: Type.Union([
    Type.Null(),
    Type.Object({
      why: Type.Unsafe<WipeReason>(Type.Enum([...WIPE_REASONS])),
      orderedAt: IsoInstant,
      /** When the laptop said it was done; null = not yet. */
      doneAt: Type.Union([IsoInstant, Type.Null()]),
      /** Changes that had not been sent, as the laptop said. */
      notSent: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ]),
});
export type Device = Static<typeof Device>;

/** `GET /v1/programme/devices`: seen in the last 90 days, newest first; of a council or of all. */
export const Devices = Type.Object({ devices: Type.Array(Device) });
export type Devices = Static<typeof Devices>;

/** `POST /v1/programme/recruiters/:id/access`, programme team: councils and role from now on. */
export const Access = Type.Object({
  councils: Type.Array(CouncilId, { maxItems: 200 }),
  role: RecruiterRole,
});
export type Access = Static<typeof Access>;
