import type { CandidateId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { FindAnswer } from '#contract/find-answer.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type {
  CommandDraft,
  PersonView,
  Queries,
  QueryName,
  SavedChanges,
  TodayView,
  Topic,
} from '#contract/queries.ts';
import type { SessionState, SyncStatus } from '#contract/sync-state.ts';
import type { DataSources } from '#renderer/data/data-context.tsx';
import { createLiveValue } from '#renderer/data/live-value.ts';
import { aCard, aPerson } from './made-up-people.ts';
import { anId, KENT, ROSA, TOM, TUESDAY } from './records.ts';

export const SIGNED_IN: SessionState = {
  is: 'signed-in',
  recruiter: {
    id: ROSA.id,
    name: ROSA.name,
    email: 'rosa.boyd@example.org',
    jobTitle: 'Recruitment lead',
    role: 'recruiter',
  },
  councils: [{ id: KENT, name: 'Kent', region: 'South East', lat: 51.27, lon: 0.52 }],
  councilId: KENT,
  programme: {
    id: anId<RecordId>(0xf0),
    name: 'Social Work Together',
    status: 'open',
    opensOn: '2026-01-05' as IsoDate,
    policy: {
      presenceDays: 21,
      unsuccessfulMonths: 6,
      auditYears: 6,
      staleDays: 1,
      readOnlyDays: 7,
      lockDays: 14,
      registerFreshDays: 30,
    },
  },
};

export const SYNCED: SyncStatus = {
  word: { is: 'not-sent', count: 3, oldestAt: TUESDAY },
  phase: { is: 'idle' },
  lastSyncAt: TUESDAY,
  nextTryAt: null,
  setAside: 0,
  clockOffByMs: null,
  lease: { is: 'fresh', days: 0 },
  accessEnded: [],
  putAside: [],
  notices: [],
};

type Answers = {
  [Name in QueryName]: (input: Queries[Name]['input']) => Queries[Name]['output'];
};

export interface MadeUpWindow {
  readonly sources: DataSources;
  /** Every change that was asked for, in order. */
  readonly commands: CommandDraft[];
  readonly drafts: Map<string, string>;
  readonly discarded: string[];
  /** What needed a decision and was let go. */
  readonly letGo: string[];
  /** Changes that left the journal because another was saved in their place. */
  readonly instead: string[];
  /** Says that a group of data changed, as the worker does. */
  readonly tell: (...topics: readonly Topic[]) => void;
  /** What main was asked, by name. */
  readonly requests: string[];
  /** Chooses an item of the window's own menu. */
  readonly chooseInMenu: (command: string) => void;
  readonly journal: ReturnType<typeof createLiveValue<readonly JournalEntry[]>>;
  readonly session: ReturnType<typeof createLiveValue<SessionState>>;
  readonly sync: ReturnType<typeof createLiveValue<SyncStatus>>;
}

/** A page's data without main and worker: what the screens see, made up. */
export function madeUpWindow(
  options: {
    readonly people?: number;
    /** Answers commands; saved unless it says otherwise. */
    readonly onCommand?: () => Result<SavedChanges>;
    readonly person?: (id: CandidateId) => PersonView;
    readonly vacancies?: Queries['vacancies.read']['output'];
    /** Answers of the worker that differ from the usual ones. */
    readonly answers?: Partial<Answers>;
    /** The disk refuses drafts. */
    readonly draftsRefused?: boolean;
    /** Answers main's requests that the usual answers leave out. */
    readonly onRequest?: (name: string, input: object) => Result<unknown> | undefined;
    /** What main says when a change is to be taken back. */
    readonly onDiscard?: () => Result<unknown>;
  } = {},
): MadeUpWindow {
  const people = options.people ?? 41;
  const commands: CommandDraft[] = [];
  const drafts = new Map<string, string>();
  const discarded: string[] = [];
  const letGo: string[] = [];
  const instead: string[] = [];
  const requests: string[] = [];
  const listeners = new Set<(topics: readonly Topic[]) => void>();
  const menuListeners = new Set<(command: string) => void>();
  let resultId = 0;

  const answers: Answers = {
    'find.run': ({ query, first }) => {
      resultId += 1;
      return answer(resultId, matching(query, people), first, query);
    },
    'find.rows': ({ from, count }) => {
      const end = Math.min(people, from + count);
      return Array.from({ length: Math.max(0, end - from) }, (_, n) => aCard(from + n));
    },
    'find.rescue': () => [
      { words: 'without nobody', query: EVERYBODY, total: people, gain: people },
    ],
    'find.neighbours': () => ({
      resultId,
      position: 0,
      total: people,
      previous: null,
      next: anId<CandidateId>(2),
    }),
    'person.read': ({ id }) => options.person?.(id) ?? aPerson(id),
    'today.read': () => TODAY,
    'vacancies.read': () => options.vacancies ?? [],
    'vacancy.read': () => null,
    'insights.read': () => ({ people, unheard: 41, charts: [] }),
    'find.readings': () => [],
    'languages.read': () => ['Welsh'],
    'find.outside': () => [],
    'find.marks': ({ texts }) => texts.map(() => []),
    'match.read': () => ({ vacancy: null, rules: 1, people: [] }),
    'searches.read': () => ({ searches: [], asAt: null }),
    'stories.read': () => [],
    'programme.read': () => null,
    'colleagues.read': () => [],
    'store.read': () => ({
      marksNotSent: 0,
      people,
      peopleAsAt: TUESDAY,
      pending: [],
      decisions: [],
      setAside: 0,
      indexBytes: 0,
      streams: [],
    }),
    'places.suggest': ({ text }) =>
      'ct21 hythe'.includes(text.toLowerCase()) ? [{ label: 'CT21', lat: 51.07, lon: 1.08 }] : [],
    command: ({ drafts: asked, instead: replaced }) => {
      const saved = asked.map((_, n) => anId<RecordId>(n));
      const result = options.onCommand?.() ?? ok({ saved, reverse: saved.map(() => null) });
      if (result.ok) commands.push(...asked);
      if (result.ok && replaced) instead.push(replaced);
      return result;
    },
    ...options.answers,
  };

  const session = createLiveValue<SessionState>();
  const sync = createLiveValue<SyncStatus>();
  const settings = createLiveValue<{ theme: 'system'; density: 'dense'; singleKeys: boolean }>();
  const journal = createLiveValue<readonly JournalEntry[]>();
  session.set(SIGNED_IN);
  sync.set(SYNCED);
  settings.set({ theme: 'system', density: 'dense', singleKeys: true });
  journal.set([]);

  const request = async (name: string, input: Record<string, unknown>) => {
    requests.push(name);
    if (name === 'draft.read') return ok(drafts.get(String(input.key)) ?? '');
    if (name === 'draft.write' && options.draftsRefused) return fail('SAVE_DISK_FULL', 'full');
    if (name === 'draft.write') drafts.set(String(input.key), String(input.text));
    if (name === 'journal.let-go') letGo.push(String(input.id));
    if (name === 'journal.discard') {
      discarded.push(String(input.id));
      return options.onDiscard?.() ?? ok([]);
    }
    if (name === 'app.read') return ok({ persisted: true, appVersion: '0.1.0' });
    const answered = options.onRequest?.(name, input);
    if (answered) return answered;
    return ok(null);
  };

  return {
    commands,
    drafts,
    discarded,
    letGo,
    instead,
    tell(...topics) {
      for (const listener of listeners) listener(topics);
    },
    requests,
    chooseInMenu: (command) => {
      for (const listener of menuListeners) listener(command);
    },
    journal,
    session,
    sync,
    sources: {
      worker: {
        ask: async (name, input) => ok(answers[name](input)),
        onChanged(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      platform: {
        request: request as DataSources['platform']['request'],
        session,
        sync,
        settings,
        journal,
        onMenuCommand(listener) {
          menuListeners.add(listener);
          return () => menuListeners.delete(listener);
        },
      },
    },
  };
}

function matching(query: FindQuery, people: number): number {
  if (query.text === 'nobody') return 0;
  return query.text === '' ? people : Math.max(1, Math.floor(people / (query.text.length + 1)));
}

function answer(resultId: number, total: number, first: number, query: FindQuery): FindAnswer {
  const facet = (...values: (readonly [string, string, number])[]) =>
    values.map(([value, label, count]) => ({ value, label, count }));
  return {
    resultId,
    total,
    hidden: 212,
    limitNotStated: 4,
    facets: {
      availability: facet(
        ['now', 'Now', 29],
        ['30_days', 'Within 30 days', 9],
        ['60_days', 'Within 60 days', 3],
        ['not_known', 'Not known', 6],
      ),
      specialism: facet(
        ['cin_cp', 'Child protection', 17],
        ['older_people', 'Older people', 14],
        ['adult_mental_health', 'Adult mental health', 22],
        ['hospital_discharge', 'Hospital discharge', 8],
        ['cla', 'Children looked after', 5],
        ['court', 'Court work', 4],
        ['edt', 'Emergency duty', 2],
      ),
      register: facet(
        ['registered', 'Registered', 38],
        ['restoration_in_progress', 'Restoring', 3],
      ),
      heard: facet(['unheard', 'Nobody has spoken to them', 38], ['spoken', 'Spoken to', 3]),
      shortlisted: facet(['yes', 'On a shortlist', 2], ['no', 'Not on a shortlist', 39]),
      ours: facet(['never', 'Never contacted by us', 36], ['spoken', 'Spoken to by us', 5]),
    },
    reading: query.text === '' ? 'Everybody.' : `Everybody with “${query.text}”.`,
    orderWords: 'The longest unheard first.',
    alsoSearched: query.text.includes('amhp')
      ? [{ term: 'AMHP', labels: ['approved mental health professional', 'MHA assessments'] }]
      : [],
    closeSpellings: [],
    slips: [],
    rows: Array.from({ length: Math.min(first, total) }, (_, n) => ({
      ...aCard(n),
      ...(query.text === 'nair' ? { marks: { name: [{ at: 6, length: 4 }], why: [] } } : {}),
    })),
    tookMs: 3,
  };
}

const MOVE: CommandDraft = {
  kind: 'shortlist.move',
  args: { vacancyId: anId(0xb1), candidateId: anId(4), to: 'interviewed' },
};

export const TODAY: TodayView = {
  today: '2026-06-09' as IsoDate,
  followUps: [
    ['Amara Okafor', 'We said we would ring about Hythe', true, 0, '10:00'],
    ['Jo Lister', 'Second promise. The first was missed', true, 2, undefined],
    ['Bo Hart', 'Send the job description', false, 0, undefined],
  ].map(([name, what, promise, overdueDays, dueTime], index) => ({
    followUp: {
      record: {
        id: anId<RecordId>(0x100 + index),
        candidateId: anId<CandidateId>(index + 1),
        what: String(what),
        dueOn: '2026-06-09' as IsoDate,
        ...(typeof dueTime === 'string' ? { dueTime } : {}),
        promise: promise === true,
        owner: ROSA,
        createdAt: TUESDAY,
      },
      seq: 0,
      notSentYet: index === 2,
    },
    name: String(name),
    overdueDays: Number(overdueDays),
    elsewhere: null,
  })),
  overlaps: [],
  unheard: {
    total: 41,
    longestDays: 23,
    rows: Array.from({ length: 6 }, (_, n) => aCard(n * 3)),
    query: {
      text: '',
      facets: { heard: ['unheard'] },
      order: 'longest_unheard',
      includeHidden: false,
    },
  },
  notSent: [
    {
      id: anId<RecordId>(0x200),
      at: TUESDAY,
      words: 'Contact with Priya Nair: left a message',
      candidateId: anId<CandidateId>(1),
      vacancyId: null,
      state: { is: 'waiting', tries: 0 },
    },
  ],
  decisions: [
    {
      id: anId<RecordId>(0x201),
      is: 'refused',
      at: TUESDAY,
      words: 'Dev Shah moved to Interviewed for SW-114',
      name: 'Dev Shah',
      candidateId: anId<CandidateId>(4),
      vacancyId: anId<RecordId>(0xb1),
      vacancy: 'SW-114 Duty team, Hythe',
      reason: 'Tom Adeyemi has moved this person since you looked.',
      sides: [
        {
          ...{ rule: 'DM6', kind: 'shortlist-entry', field: 'stage', theirField: 'stage' },
          ...{ mine: 'interviewed', theirs: 'contacted', now: 'contacted' },
          ...{ by: TOM, at: '2026-06-09T07:40:00.000Z' as IsoInstant, isOwn: false },
        },
      ],
      other: { is: 'mine-again', drafts: [MOVE] },
      blocked: null,
      settle: { entry: anId<RecordId>(0x201) },
      change: MOVE,
    },
  ],
  doneToday: { contacts: 6, spoken: 3 },
  people: 2000,
};
