import { type Static, type TSchema, Type } from 'typebox';
import { RecordId } from './brands.ts';
import type { Result } from './errors.ts';
import type { Device } from './http/devices.ts';
import type { JournalEntry } from './journal.ts';
import type { SessionState, SyncStatus } from './sync-state.ts';

const Nothing = Type.Object({});

/**
 * What the page may ask of main: name -> schema of its one argument.
 *
 * Main checks the sender and the argument, and answers a `Result`. The outputs are
 * types only: main is the trusted side. Adding a name without a handler does not compile.
 */
export const REQUESTS = {
  'session.read': Nothing,
  /**
   * Refused with `RULE_REFUSED` while work of another recruiter is here; with
   * `unknownWork` where nobody can say whose it is, unless it may be dropped.
   */
  'session.sign-in': Type.Object({
    login: Type.Optional(Type.String({ maxLength: 120 })),
    dropsUnknown: Type.Optional(Type.Boolean()),
  }),
  'session.cancel-sign-in': Nothing,
  /** Refused with `RULE_REFUSED` and the count while work would be lost, unless `anyway`. */
  'session.sign-out': Type.Object({ anyway: Type.Boolean() }),
  'sync.read': Nothing,
  'sync.now': Nothing,
  /** The recruiter has read that access to a council ended. */
  'sync.note-read': Type.Object({ id: RecordId }),
  /** The recruiter has read that part of the file of their work could not be read. */
  'sync.note-damage-read': Nothing,
  'journal.list': Nothing,
  /**
   * Takes back a change the centre has not taken: it waits, or was refused.
   *
   * `unlessOffered`: not what the centre may have already, an answer lost on its way.
   */
  'journal.discard': Type.Object({ id: RecordId, unlessOffered: Type.Optional(Type.Boolean()) }),
  /** Lets go what needed a decision: it was refused, or is taken and has been read. */
  'journal.let-go': Type.Object({ id: RecordId }),
  /** Brings back what was let go, while the app runs. */
  'journal.put-back': Type.Object({ id: RecordId }),
  /** A text being written: durable within a second, one per place (features.md C15). */
  'draft.read': Type.Object({ key: Type.String({ maxLength: 120 }) }),
  'draft.write': Type.Object({
    key: Type.String({ maxLength: 120 }),
    /** Empty removes it. */
    text: Type.String({ maxLength: 20_000 }),
  }),
  /** Asks where, then writes what is not sent, sealed for this recruiter (O15). */
  'recovery.save': Nothing,
  /** Asks which recovery file, then adds its work to what is not sent here. */
  'recovery.open': Nothing,
  /** Laptops in use; for the programme team and council leads, and only with a network. */
  'devices.list': Nothing,
  'devices.wipe': Type.Object({ device: Type.String({ minLength: 8, maxLength: 64 }) }),
  'settings.read': Nothing,
  'settings.write': Type.Object({
    theme: Type.Optional(Type.Enum(['system', 'light', 'dark'])),
    density: Type.Optional(Type.Enum(['dense', 'roomy'])),
    singleKeys: Type.Optional(Type.Boolean()),
  }),
  'app.read': Nothing,
  /** Opens `tel:`, `mailto:` or an https page of the allow-list outside the app. */
  'desk.open': Type.Object({ url: Type.String({ maxLength: 400 }) }),
  'desk.print': Nothing,
  /** Asks where, then writes a file the page has made (an export). */
  'desk.save-file': Type.Object({
    suggestedName: Type.String({ maxLength: 120 }),
    text: Type.String({ maxLength: 20_000_000 }),
  }),
} as const satisfies Record<string, TSchema>;

/** The name of a request. */
export type RequestName = keyof typeof REQUESTS;

/** The argument of each request. */
export type RequestInput = { readonly [Name in RequestName]: Static<(typeof REQUESTS)[Name]> };

/** Settings of this recruiter on this device. */
export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'dense' | 'roomy';
  /** Single-letter keys on or off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

/** Versions and health, for Sync and records and About. */
export interface AppInfo {
  readonly appVersion: string;
  readonly protocol: number;
  readonly electron: string;
  readonly chromium: string;
  readonly platform: string;
  readonly apiUrl: string;
  /** Whether personal data may be kept on this device's disk (decision S6). */
  readonly persisted: boolean;
  readonly keyStore: string;
}

/** A recovery file that was written. */
export interface SavedWork {
  readonly path: string;
  readonly changes: number;
}

/** What came of opening a recovery file. */
export interface OpenedWork {
  /** Changes that are on this device now and will be sent. */
  readonly restored: number;
  /** Changes that were on this device already. */
  readonly already: number;
  /** Changes left out because the person has withdrawn since. */
  readonly withdrawn: number;
}

/** What each request gives back. */
export interface RequestOutput {
  readonly 'session.read': SessionState;
  readonly 'session.sign-in': SessionState;
  readonly 'session.cancel-sign-in': SessionState;
  readonly 'session.sign-out': SessionState;
  readonly 'sync.read': SyncStatus;
  readonly 'sync.now': SyncStatus;
  readonly 'sync.note-read': SyncStatus;
  readonly 'sync.note-damage-read': SyncStatus;
  readonly 'journal.list': readonly JournalEntry[];
  readonly 'journal.discard': readonly JournalEntry[];
  readonly 'journal.let-go': readonly JournalEntry[];
  readonly 'journal.put-back': readonly JournalEntry[];
  readonly 'draft.read': string;
  readonly 'draft.write': null;
  /** Null when the recruiter changed their mind. */
  readonly 'recovery.save': SavedWork | null;
  readonly 'recovery.open': OpenedWork | null;
  readonly 'devices.list': readonly Device[];
  readonly 'devices.wipe': Device;
  readonly 'settings.read': Settings;
  readonly 'settings.write': Settings;
  readonly 'app.read': AppInfo;
  readonly 'desk.open': null;
  readonly 'desk.print': null;
  /** The path written, or null when the recruiter changed their mind. */
  readonly 'desk.save-file': string | null;
}

/** What main tells the page without being asked. */
export interface Pushes {
  readonly 'session.changed': SessionState;
  readonly 'sync.changed': SyncStatus;
  readonly 'journal.changed': readonly JournalEntry[];
  readonly 'settings.changed': Settings;
  /** A menu item or shortcut of the window: a command id of `renderer/app/keys.ts`. */
  readonly 'menu.command': string;
}

/** Every push, for preload and its test. */
export const PUSH_NAMES = [
  'session.changed',
  'sync.changed',
  'journal.changed',
  'settings.changed',
  'menu.command',
] as const satisfies readonly (keyof Pushes)[];

/** The one channel of requests; the name travels inside. */
export const REQUEST_CHANNEL = 'swt.request';
/** The one channel of pushes. */
export const PUSH_CHANNEL = 'swt.push';
/** The channel on which main hands over the data worker's port. */
export const PORT_CHANNEL = 'swt.port';

/** What preload puts on `window.swt`. */
export interface Bridge {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput[Name],
  ): Promise<Result<RequestOutput[Name]>>;
  /** Returns the remover. */
  subscribe<Name extends keyof Pushes>(
    name: Name,
    listener: (value: Pushes[Name]) => void,
  ): () => void;
  /** Asks main for a fresh port; it arrives as a window message `PORT_CHANNEL`. */
  connect(): void;
}
