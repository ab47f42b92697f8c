import { useEffect, useRef, useState } from 'react';
import type { SignedIn } from '#contract/sync-state.ts';
import { usePlatform, useSettings } from '#renderer/data/data-context.tsx';
import { useKeeping } from '#renderer/data/keeping.ts';
import { forgetFind } from '#renderer/features/find/index.ts';
import { useActions } from '#renderer/ui/actions.ts';
import { useSpoken } from '#renderer/ui/announce.ts';
import { PanelSlot } from '#renderer/ui/panel-slot.tsx';
import { addressOf, go, parsePlace, useHash } from '#renderer/ui/place.ts';
import { Empty } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { ToastArea, undoLast } from '#renderer/ui/toast.tsx';
import { AccessEndedBanner } from './access-ended-banner.tsx';
import { Compose } from './compose.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { LeaseBanner } from './lease-banner.tsx';
import { ProgrammeBanner } from './programme-banner.tsx';
import { Rail } from './rail.tsx';
import { findRoute, ROUTES } from './routes.tsx';
import { goToRegion, useKeys } from './use-keys.ts';
import { useNotices } from './use-notices.ts';

/** The window round every screen: header, sheet, panel, rail, in reading order. */
export function Frame({ signedIn }: { readonly signedIn: SignedIn }) {
  const platform = usePlatform();
  const settings = useSettings();
  const keeping = useKeeping();
  const place = parsePlace(useHash());
  const found = findRoute(place);
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const spoken = useSpoken((state) => state.words);
  useKeys(settings?.singleKeys ?? true);
  useNotices();
  useEffect(() => forgetFind, []);
  useHeadingFocus(place.path, () => setIsMenuOpen(false));
  useActions({
    'go.back': () => window.history.back(),
    'go.forward': () => window.history.forward(),
    'region.next': () => goToRegion(1),
    'region.previous': () => goToRegion(-1),
    'sync.now': () => void platform.request('sync.now', {}),
    print: () => void platform.request('desk.print', {}),
    undo: () => void undoLast(),
    ...Object.fromEntries(
      ROUTES.flatMap(({ action, path }) =>
        action ? [[action, () => go(addressOf(path))] as const] : [],
      ),
    ),
  });

  return (
    <div className={styles.app}>
      {/* biome-ignore lint/a11y/useValidAnchor: the hash holds the screen's address, so only the focus moves. */}
      <a
        className={styles.skip}
        href="#main"
        data-print="no"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to main content
      </a>
      <Header
        signedIn={signedIn}
        isMenuOpen={isMenuOpen}
        onMenu={() => setIsMenuOpen(!isMenuOpen)}
      />
      <div className={styles.sheet}>
        <div className={styles.banner}>
          <LeaseBanner />
          <AccessEndedBanner />
          <ProgrammeBanner confirmed={signedIn.programme} />
        </div>
        <main className={styles.main} id="main" tabIndex={-1} data-region="">
          <ErrorBoundary resetBy={place.path}>
            {found ? (
              <found.route.Screen params={found.params} query={place.query} />
            ) : (
              <NoSuchScreen />
            )}
          </ErrorBoundary>
        </main>
        <PanelSlot className={styles.slot} />
      </div>
      <Rail
        current={found?.route.under ?? found?.route.path ?? ''}
        path={place.path}
        search={place.query.search}
        isOpen={isMenuOpen}
      />
      <Compose singleKeys={settings?.singleKeys ?? true} />
      <p className={text.unseen} role="status">
        {spoken}
      </p>
      <ToastArea keeping={keeping} />
    </div>
  );
}

/** A new screen is announced by its heading; the first one leaves the focus alone. */
function useHeadingFocus(path: string, onChange: () => void): void {
  const before = useRef(path);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    tell.current();
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [path]);
}

function NoSuchScreen() {
  return (
    <div className={styles.missing}>
      <h1 tabIndex={-1}>There is no such screen</h1>
      <Empty title="The address leads nowhere." action={<a href={addressOf('/today')}>Today</a>}>
        Nothing was lost.
      </Empty>
    </div>
  );
}
