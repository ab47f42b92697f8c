import { createContext, type ReactNode, useContext } from 'react';
import type { Settings } from '#contract/ipc.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { SessionState, SyncStatus } from '#contract/sync-state.ts';
import { useLiveValue } from './live-value.ts';
import type { Platform } from './platform.ts';
import type { WorkerClient } from './worker-client.ts';

/** Where screens get their data from; made once, in the composition root. */
export interface DataSources {
  readonly worker: Pick<WorkerClient, 'ask' | 'onChanged'>;
  readonly platform: Platform;
}

const DataContext = createContext<DataSources | null>(null);

export function DataProvider(props: {
  readonly sources: DataSources;
  readonly children: ReactNode;
}) {
  return <DataContext value={props.sources}>{props.children}</DataContext>;
}

export function useDataSources(): DataSources {
  const sources = useContext(DataContext);
  if (!sources) throw new Error('A screen stands outside the DataProvider.');
  return sources;
}

/** What main offers: `request`, menu commands. */
export function usePlatform(): Platform {
  return useDataSources().platform;
}

/** Who is using the app; null until main has said. */
export function useSession(): SessionState | null {
  return useLiveValue(usePlatform().session);
}

/** Where sync stands; null until main has said. */
export function useSync(): SyncStatus | null {
  return useLiveValue(usePlatform().sync);
}

/** This recruiter's settings on this device; null until main has said. */
export function useSettings(): Settings | null {
  return useLiveValue(usePlatform().settings);
}

/** What is not sent yet or was refused, oldest first; null until main has said. */
export function useJournal(): readonly JournalEntry[] | null {
  return useLiveValue(usePlatform().journal);
}
