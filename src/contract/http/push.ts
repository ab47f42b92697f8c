import { type Static, Type } from 'typebox';
import { RecordId, StreamId } from '../brands.ts';
import { Conflict } from '../conflict.ts';
import { Mutation } from '../mutations.ts';
import { Problem } from './problem.ts';

/** `POST /v1/sync/push`: changes of one device in its order. */
export const PushRequest = Type.Object({
  device: Type.String({ minLength: 8, maxLength: 64 }),
  mutations: Type.Array(Mutation, { minItems: 1, maxItems: 100 }),
});
export type PushRequest = Static<typeof PushRequest>;

/** What became of one change. Terminal: it is never asked again. */
export const PushResult = Type.Object({
  id: RecordId,
  n: Type.Integer(),
  /** `merged` = it was already so. */
  outcome: Type.Enum(['applied', 'merged', 'rejected']),
  stream: StreamId,
  /** Epoch at the time of this answer, sequence at the time of the effect. */
  epoch: Type.String(),
  seq: Type.Integer(),
  problem: Type.Optional(Problem),
  /** With a refusal: why. Else: what it replaced, or gave way to, unseen by its maker. */
  conflicts: Type.Optional(Type.Array(Conflict, { maxItems: 20 })),
});
export type PushResult = Static<typeof PushResult>;

/** Answer to a push; on trouble the results so far, and the rest is sent again. */
export const PushResponse = Type.Object({
  results: Type.Array(PushResult),
  lastN: Type.Integer(),
});
export type PushResponse = Static<typeof PushResponse>;
