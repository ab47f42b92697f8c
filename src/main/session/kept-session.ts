import { type Static, Type } from 'typebox';
import { CouncilId, StreamId } from '#contract/brands.ts';
import { DirectiveKey } from '#contract/http/directives.ts';
import { Session } from '#contract/http/session.ts';
import type { SignedIn } from '#contract/sync-state.ts';

/** Who was signed in when the centre last confirmed it: what an offline start begins from. */
export const KeptSession = Type.Object({
  apiUrl: Type.String(),
  recruiter: Session.properties.recruiter,
  councils: Session.properties.councils,
  councilId: CouncilId,
  programme: Session.properties.programme,
  /** What may be read: the streams to open while the centre cannot be asked. */
  streams: Type.Array(StreamId),
  /** What the centre signed with at sign-in; only that is obeyed from then on. */
  directiveKeys: Type.Optional(Type.Array(DirectiveKey)),
});
export type KeptSession = Static<typeof KeptSession>;

/** Reads what is kept from a confirmed session; null when it names no council at all. */
export function readKeptSession(
  session: Session,
  apiUrl: string,
  before: KeptSession | null,
): KeptSession | null {
  const { recruiter, councils, programme, grants } = session;
  const council = councils.find(({ id }) => id === before?.councilId) ?? councils[0];
  if (!council) return null;
  const streams = grants.map(({ stream }) => stream);
  const directiveKeys = before?.directiveKeys ?? session.directiveKeys;
  return {
    ...{ apiUrl, recruiter, councils, councilId: council.id, programme, streams },
    ...(directiveKeys ? { directiveKeys } : {}),
  };
}

/** What the page is told of it. */
export function readSignedIn(kept: KeptSession): SignedIn {
  const { recruiter, councils, councilId, programme } = kept;
  return { recruiter, councils, councilId, programme };
}
