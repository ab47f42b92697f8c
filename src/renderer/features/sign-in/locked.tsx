import { useState } from 'react';
import type { SyncStatus } from '#contract/sync-state.ts';
import { asideWords } from '#renderer/data/aside-words.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { useKeeping } from '#renderer/data/keeping.ts';
import { useAtStake } from '#renderer/data/use-at-stake.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { formatMoment, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import text from '#renderer/ui/text.module.css';
import welcome from './welcome.module.css';
import { Welcome } from './welcome.tsx';

/** Nobody is shown on a laptop that has not synced for too long; nothing saved is lost. */
export function Locked({ sync }: { readonly sync: SyncStatus }) {
  const platform = usePlatform();
  const [isAsked, setIsAsked] = useState(false);
  const { onlyHere: notSent, aside } = useAtStake();
  const keeping = useKeeping();
  const { phase } = sync;
  const stopped = phase.is === 'waiting' || phase.is === 'parked' ? phase.why : null;
  return (
    <Welcome title="This laptop is locked">
      <p className={text.lead}>
        It has not synced for {plural(sync.lease.days, 'day', 'days')}
        {sync.lastSyncAt ? `, since ${formatMoment(sync.lastSyncAt)}` : ''}, so people’s details are
        not shown.
      </p>
      <p className={welcome.after}>Connect to the network and sync. That unlocks it.</p>
      <p className={welcome.after}>
        {notSent > 0
          ? `${plural(notSent, 'change of yours is', 'changes of yours are')} ${keeping === 'in-memory' ? 'kept while this app is open' : 'safe on this device'} and will be sent.`
          : keeping === 'saved'
            ? 'Everything you did here has been sent.'
            : 'Nothing is waiting to be sent.'}
      </p>
      {[...new Set(aside.map(asideWords))].map((words) => (
        <p key={words} className={welcome.after}>
          {words}
        </p>
      ))}
      {stopped ? (
        <p className={cx(text.inset, welcome.gap)} role={isAsked ? 'alert' : undefined}>
          {errorWords(stopped).happened}
        </p>
      ) : null}
      <div className={cx(text.actions, welcome.gap)}>
        <Button
          onPress={() => {
            setIsAsked(true);
            void platform.request('sync.now', {});
          }}
        >
          Sync now
        </Button>
        <Button look="quiet" onPress={() => void platform.request('session.sign-in', {})}>
          Sign in again
        </Button>
      </div>
    </Welcome>
  );
}
