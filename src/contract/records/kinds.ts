import type { TSchema } from 'typebox';
import { Candidate } from './candidate.ts';
import {
  Colleague,
  ContactLog,
  DoNotContact,
  FollowUp,
  ShortlistEntry,
  Vacancy,
} from './council-work.ts';
import { Dismissal, Looked, SavedSearch, Seen } from './finding.ts';
import { OverlapSettled, Presence } from './presence.ts';
import { Programme, SuccessStory } from './programme.ts';

/**
 * Every kind of record a stream carries, with its schema.
 *
 * The key is the word on the wire and in the caches. Adding a kind here is all it
 * takes for sync to carry it.
 */
export const RECORD_KINDS = {
  candidate: Candidate,
  programme: Programme,
  story: SuccessStory,
  vacancy: Vacancy,
  'shortlist-entry': ShortlistEntry,
  contact: ContactLog,
  'follow-up': FollowUp,
  'do-not-contact': DoNotContact,
  colleague: Colleague,
  presence: Presence,
  'overlap-settled': OverlapSettled,
  'saved-search': SavedSearch,
  looked: Looked,
  seen: Seen,
  dismissal: Dismissal,
} as const satisfies Record<string, TSchema>;

/** The word for a kind of record on the wire. */
export type RecordKind = keyof typeof RECORD_KINDS;

/** The records by kind. */
export interface RecordOf {
  readonly candidate: Candidate;
  readonly programme: Programme;
  readonly story: SuccessStory;
  readonly vacancy: Vacancy;
  readonly 'shortlist-entry': ShortlistEntry;
  readonly contact: ContactLog;
  readonly 'follow-up': FollowUp;
  readonly 'do-not-contact': DoNotContact;
  readonly colleague: Colleague;
  readonly presence: Presence;
  readonly 'overlap-settled': OverlapSettled;
  readonly 'saved-search': SavedSearch;
  readonly looked: Looked;
  readonly seen: Seen;
  readonly dismissal: Dismissal;
}

/** Every kind in the order screens and tests list them. */
export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as readonly RecordKind[];
