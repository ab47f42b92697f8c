import { useEffect, useState } from 'react';
import type { AppInfo } from '#contract/ipc.ts';
import type { StoreView } from '#contract/queries.ts';
import type { SyncStatus } from '#contract/sync-state.ts';
import { usePlatform, useSession } from '#renderer/data/data-context.tsx';
import { formatCount, formatMoment, plural } from '#renderer/ui/dates.ts';
import { type Fact, Facts } from '#renderer/ui/facts.tsx';
import text from '#renderer/ui/text.module.css';
import { listWords } from './sync-words.ts';

/** What this device holds, how healthy it is, and which versions run. */
export function DeviceFacts({
  store,
  sync,
}: {
  readonly store: StoreView;
  readonly sync: SyncStatus | null;
}) {
  const app = useAppInfo();
  const session = useSession();
  const councils = session?.is === 'signed-in' ? session.councils : [];
  const setAside = Math.max(store.setAside, sync?.setAside ?? 0);
  const facts: Fact[] = [
    {
      label: 'People',
      value: formatCount(store.people),
      source: store.peopleAsAt ? `as at ${formatMoment(store.peopleAsAt)}` : 'not synced yet',
    },
    {
      label: 'Health',
      value:
        setAside === 0
          ? 'Healthy'
          : `${plural(setAside, 'record')} set aside: not in the agreed form`,
    },
    {
      label: 'Search index',
      value: `${formatCount(Math.round(store.indexBytes / 1_048_576))} MB in memory`,
    },
  ];
  if (app) {
    facts.push(
      {
        label: 'Kept on disk',
        value: app.persisted ? 'Yes, encrypted' : 'No: nothing personal is kept here',
        source: `Key store: ${app.keyStore}`,
      },
      { label: 'Version', value: app.appVersion, source: `Protocol ${app.protocol}` },
      {
        label: 'Runs on',
        value: `Electron ${app.electron}`,
        source: `Chromium ${app.chromium}, ${app.platform}`,
      },
      { label: 'Service', value: app.apiUrl },
    );
  }
  return (
    <section aria-labelledby="on-this-device">
      <h2 id="on-this-device">On this device</h2>
      <Facts facts={facts} />
      <details>
        <summary className={text.meta}>Changes read so far</summary>
        <ul>
          {store.streams.map((stream) => (
            <li key={stream.stream} className={text.meta}>
              {listWords(stream.stream, councils)}: {formatCount(stream.seq)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function useAppInfo(): AppInfo | null {
  const platform = usePlatform();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let isHere = true;
    void platform.request('app.read', {}).then((result) => {
      if (isHere && result.ok) setInfo(result.value);
    });
    return () => {
      isHere = false;
    };
  }, [platform]);
  return info;
}
