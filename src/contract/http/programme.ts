import { type Static, Type } from 'typebox';
import { CandidateId, IsoDate } from '../brands.ts';
import { ProgrammeStatus } from '../vocabulary.ts';

/** `POST /v1/programme/status`, programme team only: opens, closes, reopens. */
export const ProgrammeChange = Type.Object({
  status: ProgrammeStatus,
  banner: Type.Optional(Type.String({ maxLength: 300 })),
  closesOn: Type.Optional(IsoDate),
});
export type ProgrammeChange = Static<typeof ProgrammeChange>;

/** `POST /v1/programme/withdrawals`, programme team only: a person asked to be removed. */
export const Withdrawal = Type.Object({ candidateId: CandidateId });
export type Withdrawal = Static<typeof Withdrawal>;

/** `POST /v1/programme/stories/:id/publish` has no body. */
export const Published = Type.Object({ published: Type.Boolean() });
export type Published = Static<typeof Published>;
