import { type Static, Type } from 'typebox';
import { CouncilId, StreamId } from '#contract/brands.ts';
import { DirectiveKey } from '#contract/http/directives.ts';
import { Session } from '#contract/http/session.ts';
import type { CouncilInfo, SignedIn } from '#contract/sync-state.ts';

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

/** The programme team works for no one council: distances are from the middle of England. */
export const TEAM: CouncilInfo = {
  id: 'programme-team' as CouncilId,
  name: 'Programme team',
  region: 'England',
  lat: 52.6,
  lon: -1.5,
};

/**
 * Reads what is kept from a confirmed session; null when it names no council at all.
 *
 * The programme team needs none.
 */
export function readKeptSession(
  session: Session,
  apiUrl: string,
  before: KeptSession | null,
): KeptSession | null {
  const { recruiter, councils, programme, grants } = session;
  const places = councils.length === 0 && recruiter.role === 'programme_admin' ? [TEAM] : councils;
  const council = places.find(({ id }) => id === before?.councilId) ?? places[0];
  if (!council) return null;
  const streams = grants.map(({ stream }) => stream);
  const directiveKeys = before?.directiveKeys ?? session.directiveKeys;
  return {
    ...{ apiUrl, recruiter, councils: places, councilId: council.id, programme, streams },
    ...(directiveKeys ? { directiveKeys } : {}),
  };
}

/** What the page is told of it. */
export function readSignedIn(kept: KeptSession): SignedIn {
  const { recruiter, councils, councilId, programme } = kept;
  return { recruiter, councils, councilId, programme };
}
