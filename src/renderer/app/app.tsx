import { useEffect, useState } from 'react';
import { useSession, useSettings, useSync } from '#renderer/data/data-context.tsx';
import { FirstSync, Locked, SignIn } from '#renderer/features/sign-in/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';

/** Sign-in, first sync or the frame: what the session and sync say. */
export function App() {
  const session = useSession();
  const sync = useSync();
  const settings = useSettings();
  const [hasLeftFirstSync, setHasLeftFirstSync] = useState(false);

  useEffect(() => {
    const { dataset } = document.documentElement;
    if (!settings || settings.theme === 'system') delete dataset.theme;
    else dataset.theme = settings.theme;
    dataset.density = settings?.density ?? 'dense';
  }, [settings]);

  if (!session) return null;
  if (session.is !== 'signed-in')
    return (
      <ErrorBoundary resetBy={session.is}>
        <SignIn session={session} />
      </ErrorBoundary>
    );
  if (sync?.lease.is === 'locked')
    return (
      <ErrorBoundary resetBy="locked">
        <Locked sync={sync} />
      </ErrorBoundary>
    );
  const isFirst = sync !== null && sync.lastSyncAt === null && !hasLeftFirstSync;
  return (
    <ErrorBoundary resetBy="frame">
      {isFirst && sync ? (
        <FirstSync signedIn={session} sync={sync} onLeave={() => setHasLeftFirstSync(true)} />
      ) : (
        <Frame signedIn={session} />
      )}
    </ErrorBoundary>
  );
}
