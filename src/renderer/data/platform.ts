import type { Result } from '#contract/errors.ts';
import type { Bridge, RequestInput, RequestName, RequestOutput, Settings } from '#contract/ipc.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { SessionState, SyncStatus } from '#contract/sync-state.ts';
import { createLiveValue, type LiveSource, type LiveValue } from './live-value.ts';

declare global {
  interface Window {
    /** What preload offers; only the composition root reads it. */
    readonly swt: Bridge;
  }
}

/** What the page knows and may ask of main. */
export interface Platform {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput[Name],
  ): Promise<Result<RequestOutput[Name]>>;
  readonly session: LiveValue<SessionState>;
  readonly sync: LiveValue<SyncStatus>;
  readonly settings: LiveValue<Settings>;
  readonly journal: LiveValue<readonly JournalEntry[]>;
  /** Menu items and shortcuts of the window; returns the remover. */
  onMenuCommand(listener: (command: string) => void): () => void;
}

/**
 * Wraps what preload offers: requests, and what main pushes as live values.
 *
 * Each live value is read once and then kept by pushes; a push that overtakes the first
 * read wins, because it is newer.
 */
export function createPlatform(bridge: Bridge): Platform {
  const request: Platform['request'] = (name, input) => bridge.request(name, input);

  function keep<Value>(source: LiveSource<Value>, first: Promise<Result<Value>>): void {
    void first.then((result) => {
      if (result.ok && source.read() === null) source.set(result.value);
    });
  }

  const session = createLiveValue<SessionState>();
  const sync = createLiveValue<SyncStatus>();
  const settings = createLiveValue<Settings>();
  const journal = createLiveValue<readonly JournalEntry[]>();
  bridge.subscribe('session.changed', session.set);
  bridge.subscribe('sync.changed', sync.set);
  bridge.subscribe('settings.changed', settings.set);
  bridge.subscribe('journal.changed', journal.set);
  keep(session, request('session.read', {}));
  keep(sync, request('sync.read', {}));
  keep(settings, request('settings.read', {}));
  keep(journal, request('journal.list', {}));

  return {
    request,
    session,
    sync,
    settings,
    journal,
    onMenuCommand: (listener) => bridge.subscribe('menu.command', listener),
  };
}
