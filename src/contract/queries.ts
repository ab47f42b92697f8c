import type { CandidateId, CouncilId, IsoDate, IsoInstant, RecordId } from './brands.ts';
import type { Decision } from './decision.ts';
import type { Result } from './errors.ts';
import type { Card, FindAnswer, OtherReading, Rescue, Span } from './find-answer.ts';
import type { FindQuery } from './find-query.ts';
import type { JournalState } from './journal.ts';
import type { MatchLine } from './match.ts';
import type { MutationDraft } from './mutations.ts';
import type { Candidate } from './records/candidate.ts';
import type {
  Colleague,
  ContactLog,
  DoNotContact,
  FollowUp,
  ShortlistEntry,
  Vacancy,
} from './records/council-work.ts';
import type { SavedSearch } from './records/finding.ts';
import type { ContactClass } from './records/presence.ts';
import type { Programme, SuccessStory } from './records/programme.ts';

/** A row of our own work as the screen shows it: confirmed rows + replay of the journal. */
export interface Shown<Record_> {
  readonly record: Record_;
  /** Stream sequence of the confirmed row; 0 when the centre has not confirmed any. */
  readonly seq: number;
  /** True while a change to it is not acknowledged by the centre: "Not sent yet". */
  readonly notSentYet: boolean;
}

/** One event of a person's history, newest first. */
export interface TimelineItem {
  readonly id: string;
  readonly type: 'contact' | 'stage' | 'follow-up' | 'system' | 'do-not-contact';
  readonly at: IsoInstant | IsoDate;
  readonly title: string;
  readonly by: string | null;
  readonly body: string | null;
  readonly notSentYet: boolean;
}

/** One council's contact with a person, as it let the others know. */
export interface ElsewhereContact {
  readonly councilId: CouncilId;
  /** Its name on screen. */
  readonly council: string;
  readonly was: ContactClass;
  readonly on: IsoDate;
  readonly half: 'am' | 'pm';
}

/** What the other councils let us know about a person (features.md M1). */
export interface Elsewhere {
  /** The newest of each council, the newest first. */
  readonly contacts: readonly ElsewhereContact[];
  /** How many days back they let each other know. */
  readonly days: number;
  /**
   * Of `people` our council contacted, `also` were contacted by another one within two
   * days: a plain count over what is held here. Null when too few were, to say anything.
   */
  readonly pattern: { readonly people: number; readonly also: number } | null;
}

/** Our contact with a person and another council's near it (rule DM17). */
export interface Overlap {
  readonly candidateId: CandidateId;
  readonly name: string;
  readonly ours: Pick<ElsewhereContact, 'on' | 'half' | 'was'>;
  readonly theirs: ElsewhereContact;
  /** The later of the two days: up to there it is marked as settled. */
  readonly on: IsoDate;
}

/** Somebody who could be the same person, and why. */
export interface Alike {
  readonly id: CandidateId;
  readonly name: string;
  readonly by: 'registration' | 'phone' | 'name';
}

/** Everything the Person screen shows. */
export type PersonView =
  | {
      readonly is: 'held';
      readonly candidate: Candidate;
      readonly card: Card;
      /** Who could be the same person; at most five. */
      readonly alike: readonly Alike[];
      readonly timeline: readonly TimelineItem[];
      readonly contacts: readonly Shown<ContactLog>[];
      readonly followUps: readonly Shown<FollowUp>[];
      readonly onLists: readonly {
        readonly vacancy: Vacancy;
        readonly entry: Shown<ShortlistEntry>;
      }[];
      readonly doNotContact: Shown<DoNotContact> | null;
      /** Null where councils do not let each other know. */
      readonly elsewhere: Elsewhere | null;
    }
  /** They withdrew; nothing of them is on this device. */
  | { readonly is: 'withdrawn'; readonly on: IsoDate | null }
  /** Not on this device: never synced, or hidden from this council. */
  | { readonly is: 'not-held' };

/** A follow-up with the person it is about; name null once they have withdrawn. */
export interface DueFollowUp {
  readonly followUp: Shown<FollowUp>;
  readonly name: string | null;
  readonly overdueDays: number;
  readonly elsewhere: ElsewhereContact | null;
}

/** What Today shows, groups in order of need. */
export interface TodayView {
  readonly today: IsoDate;
  readonly followUps: readonly DueFollowUp[];
  /** People in our reach nobody has spoken to, the longest first. */
  readonly unheard: {
    readonly total: number;
    readonly longestDays: number;
    readonly rows: readonly Card[];
    readonly query: FindQuery;
  };
  /** This recruiter's contacts that met another council's, until they are marked settled. */
  readonly overlaps: readonly Overlap[];
  readonly notSent: readonly PendingChange[];
  /** What only this recruiter can settle, the oldest first. */
  readonly decisions: readonly Decision[];
  readonly doneToday: { readonly contacts: number; readonly spoken: number };
  /** People held on this device. */
  readonly people: number;
}

/** One change that is not sent, in words. */
export interface PendingChange {
  readonly id: RecordId;
  readonly at: IsoInstant;
  /** "Contact with Priya Nair: left a message". */
  readonly words: string;
  readonly candidateId: CandidateId | null;
  readonly vacancyId: RecordId | null;
  readonly state: JournalState;
}

/** A vacancy with what its list adds up to. */
export interface VacancySummary {
  readonly vacancy: Shown<Vacancy>;
  readonly onList: number;
  readonly spokenTo: number;
  readonly placed: number;
  /** The decision in which a colleague's edit of the vacancy and mine meet; null = none. */
  readonly twoEdits: Decision['id'] | null;
}

/** One person on a shortlist. */
export interface ListedPerson {
  readonly entry: Shown<ShortlistEntry>;
  /** Null once they have withdrawn. */
  readonly card: Card | null;
  /** Whole days in the present stage. */
  readonly daysHere: number;
}

/** A vacancy and the people on its list. */
export interface VacancyView {
  readonly vacancy: Shown<Vacancy>;
  readonly people: readonly ListedPerson[];
}

/** One bar of a chart, and the query whose result is exactly those people. */
export interface ChartMark {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly query: FindQuery;
}

/** One chart of Insights. */
export interface Chart {
  readonly id: 'expertise' | 'region' | 'availability' | 'funnel';
  readonly title: string;
  /** The finding, as a sentence. */
  readonly finding: string;
  /** A note a reader needs, e.g. that people are counted once per bar. */
  readonly note: string | null;
  readonly marks: readonly ChartMark[];
}

/** People beside each other, held against a vacancy when one is named. */
export interface MatchView {
  /** Null when none was named, or it is not there any more. */
  readonly vacancy: Vacancy | null;
  /** The version of the rules it was made by. */
  readonly rules: number;
  /** In the order asked for; who is not held is left out. */
  readonly people: readonly {
    readonly candidate: Candidate;
    readonly card: Card;
    readonly lines: readonly MatchLine[];
  }[];
}

/** A saved search with what it finds on this device now. */
export interface SavedSearchView {
  readonly search: Shown<SavedSearch>;
  /** What it asks with all it builds on. */
  readonly query: FindQuery;
  /** What it builds on comes to; null when it stands by itself. */
  readonly base: FindQuery | null;
  /** A search it builds on is not there any more. */
  readonly isBroken: boolean;
  /** This recruiter made it and can change it. */
  readonly isMine: boolean;
  /** Null = not counted: it asks for what needs a reason, and this recruiter gave none. */
  readonly total: number | null;
  /** Of `total`: who came forward since this recruiter looked last; 0 before the first look. */
  readonly fresh: number;
  /** The state of the pool they looked at last; null = never. */
  readonly lookedAt: IsoInstant | null;
}

/** What Insights shows. */
export interface InsightsView {
  readonly people: number;
  readonly unheard: number;
  readonly charts: readonly Chart[];
}

/** What of this device Sync and records shows. */
export interface StoreView {
  readonly people: number;
  readonly peopleAsAt: IsoInstant | null;
  readonly pending: readonly PendingChange[];
  /** Marks of what this recruiter looked at that are not sent yet; no work, and listed nowhere. */
  readonly marksNotSent: number;
  readonly decisions: readonly Decision[];
  readonly setAside: number;
  readonly indexBytes: number;
  readonly streams: readonly { readonly stream: string; readonly seq: number }[];
}

/** What the page may ask of the data worker: name -> input and output. */
export interface Queries {
  readonly 'find.run': {
    readonly input: { readonly query: FindQuery; readonly first: number };
    readonly output: FindAnswer;
  };
  readonly 'find.rows': {
    readonly input: { readonly resultId: number; readonly from: number; readonly count: number };
    /** Empty when a newer result has replaced this one. */
    readonly output: readonly Card[];
  };
  /** The single relaxations that bring most to the newest result; none while it has plenty. */
  readonly 'find.rescue': {
    readonly input: { readonly resultId: number };
    readonly output: readonly Rescue[];
  };
  /** What the box of the newest result could also mean. */
  readonly 'find.readings': {
    readonly input: { readonly resultId: number };
    readonly output: readonly OtherReading[];
  };
  /** The languages people here told us they speak, by name. */
  readonly 'languages.read': {
    readonly input: Record<string, never>;
    readonly output: readonly string[];
  };
  /** Who of these is not in the newest result; null when a newer one has replaced it. */
  readonly 'find.outside': {
    readonly input: { readonly resultId: number; readonly ids: readonly CandidateId[] };
    readonly output: readonly CandidateId[] | null;
  };
  /** The words of the newest result that stand in these texts; null when it has been replaced. */
  readonly 'find.marks': {
    readonly input: { readonly resultId: number; readonly texts: readonly string[] };
    readonly output: readonly (readonly Span[])[] | null;
  };
  /** The neighbours of a person in the newest result, for next and previous. */
  readonly 'find.neighbours': {
    readonly input: { readonly id: CandidateId };
    readonly output: {
      readonly resultId: number;
      readonly position: number;
      readonly total: number;
      readonly previous: CandidateId | null;
      readonly next: CandidateId | null;
    } | null;
  };
  readonly 'person.read': {
    readonly input: { readonly id: CandidateId };
    readonly output: PersonView;
  };
  /** Up to four people beside each other. */
  readonly 'match.read': {
    readonly input: {
      readonly ids: readonly CandidateId[];
      readonly vacancyId: RecordId | null;
    };
    readonly output: MatchView;
  };
  readonly 'today.read': { readonly input: Record<string, never>; readonly output: TodayView };
  readonly 'vacancies.read': {
    readonly input: Record<string, never>;
    readonly output: readonly VacancySummary[];
  };
  readonly 'vacancy.read': {
    readonly input: { readonly id: RecordId };
    readonly output: VacancyView | null;
  };
  readonly 'insights.read': {
    readonly input: Record<string, never>;
    readonly output: InsightsView;
  };
  readonly 'searches.read': {
    readonly input: Record<string, never>;
    readonly output: {
      readonly searches: readonly SavedSearchView[];
      /** The state of the pool: what a look now has looked at. Null before the first sync. */
      readonly asAt: IsoInstant | null;
    };
  };
  readonly 'stories.read': {
    readonly input: Record<string, never>;
    readonly output: readonly Shown<SuccessStory>[];
  };
  readonly 'programme.read': {
    readonly input: Record<string, never>;
    readonly output: Programme | null;
  };
  readonly 'colleagues.read': {
    readonly input: Record<string, never>;
    readonly output: readonly Colleague[];
  };
  readonly 'store.read': { readonly input: Record<string, never>; readonly output: StoreView };
  /** Resolves a typed place: town, council, outward code. Empty when unknown. */
  readonly 'places.suggest': {
    readonly input: { readonly text: string };
    readonly output: readonly {
      readonly label: string;
      readonly lat: number;
      readonly lon: number;
    }[];
  };
  /**
   * Checks the rule, writes to the journal, answers when it is durable: this is "Saved".
   *
   * `saved` are the ids of the journal's entries, in the order of the drafts; what was
   * already so has none. `instead` is a change that needed a decision and leaves the
   * journal in the same commit.
   */
  readonly command: {
    readonly input: { readonly drafts: readonly CommandDraft[]; readonly instead?: RecordId };
    readonly output: Result<SavedChanges>;
  };
}

/** The name of a query. */
export type QueryName = keyof Queries;

/** What a command wrote. */
export interface SavedChanges {
  readonly saved: readonly RecordId[];
  /** For each of `saved`: the change that takes it back once it is sent; null = nothing may. */
  readonly reverse: readonly (CommandDraft | null)[];
}

/** A change as a screen asks for it; the worker adds stream, entity and base. */
export type CommandDraft = Pick<MutationDraft, 'kind' | 'args'>;

/** Page to worker. */
export type WorkerRequest = {
  readonly [Name in QueryName]: {
    readonly id: number;
    readonly name: Name;
    readonly input: Queries[Name]['input'];
  };
}[QueryName];

/** What the worker says without being asked: which groups of data changed. */
export const TOPICS = ['people', 'work', 'programme', 'store'] as const;
/** A group of data that changes together. */
export type Topic = (typeof TOPICS)[number];

/** Worker to page. `id` answers a request; `changed` invites live queries to read again. */
export type WorkerMessage =
  | { readonly id: number; readonly result: Result<unknown> }
  | { readonly changed: readonly Topic[] };

/** Page to worker, once per window load: the port to main travels beside it. */
export const WORKER_PORT_MESSAGE = { port: true } as const;
