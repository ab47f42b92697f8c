import { useState } from 'react';
import type { JournalEntry } from '#contract/journal.ts';
import type { PendingChange, StoreView } from '#contract/queries.ts';
import type { Keeping } from '#contract/sync-state.ts';
import { asideWords } from '#renderer/data/aside-words.ts';
import { usePlatform, useSync } from '#renderer/data/data-context.tsx';
import { keepingOf } from '#renderer/data/keeping.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment, formatSince, plural } from '#renderer/ui/dates.ts';
import { errorWords, failureWords, sentence } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import type { ScreenProps } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import { ChangeRow } from './change-row.tsx';
import { Decisions } from './decisions.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { RecoveryFiles } from './recovery-files.tsx';
import styles from './sync-records-screen.module.css';
import { allSentWords, headline, phaseWords, safeWords, spanWords } from './sync-words.ts';

/** What is not sent, what was refused and why, what this device holds; all of it true. */
export function SyncRecordsScreen({ query }: ScreenProps) {
  const store = useQuery('store.read', {}, ['store', 'work', 'people']);
  const sync = useSync();
  const platform = usePlatform();
  if (store.state === 'failed') {
    return (
      <Page title="Sync and records">
        <Fault words={errorWords(store.error.code)} />
      </Page>
    );
  }
  if (store.state === 'loading') {
    return (
      <Page title="Sync and records">
        <Reading words="Reading what is on this device" />
      </Page>
    );
  }
  const { pending: notSent, marksNotSent, decisions } = store.value;
  const keeping = keepingOf(sync);
  // What stops it is told below, in full, so not here as well.
  const isToldBelow = sync && 'why' in sync.phase && sync.notices.includes(sync.phase.why);
  const phase = sync && !isToldBelow ? phaseWords(sync.phase) : null;
  const mustSignIn = sync?.word.is === 'cannot-send' && sync.word.why === 'sign-in-again';

  async function signInAgain() {
    const result = await platform.request('session.sign-in', {});
    if (!result.ok) showToast(failureWords(result.error, keeping));
  }
  async function undo(change: PendingChange) {
    const result = await platform.request('journal.discard', { id: change.id });
    if (!result.ok) return showToast(failureWords(result.error));
    showToast(takenBackWords(change, result.value));
  }

  return (
    <Page
      title={headline(notSent.length, decisions.length, keeping)}
      lead={notSent.length > 0 ? safeWords(notSent.length, keeping) : phase}
      beside={
        mustSignIn ? (
          <Button onPress={() => void signInAgain()}>Sign in again</Button>
        ) : (
          <Button look="second" keys="Ctrl+S" onPress={() => void platform.request('sync.now', {})}>
            Sync now
          </Button>
        )
      }
    >
      <p className={text.meta}>
        {sync?.lastSyncAt ? `Last full sync ${formatMoment(sync.lastSyncAt)}.` : 'Not synced yet.'}
        {sync?.nextTryAt ? ` Next try ${formatMoment(sync.nextTryAt)}.` : ''}
        {phase && notSent.length > 0 ? ` ${phase}` : ''}
        {marksNotSent > 0
          ? ` ${plural(marksNotSent, 'note')} of whom you have looked at ${marksNotSent === 1 ? 'waits' : 'wait'} too.`
          : ''}
      </p>
      {sync?.clockOffByMs ? <ClockNotice offByMs={sync.clockOffByMs} /> : null}
      {sync?.notices.map((notice) => (
        <p key={notice} className={text.inset}>
          {sentence(errorWords(notice, keeping))}{' '}
          {notice === 'SAVE_JOURNAL_DAMAGED' ? (
            <Button
              look="quiet"
              small
              onPress={() => void platform.request('sync.note-damage-read', {})}
            >
              I have read this
            </Button>
          ) : null}
        </p>
      ))}
      {[...new Set(sync?.putAside.map(asideWords))].map((words) => (
        <p key={words} className={text.inset}>
          {words}
        </p>
      ))}
      <div className={styles.columns}>
        <div>
          <Decisions decisions={decisions} asked={query.card} />
          <NotSent
            changes={notSent}
            keeping={keeping}
            hasOthers={decisions.length > 0}
            onUndo={(change) => void undo(change)}
          />
        </div>
        <div className={styles.aside}>
          <RecoveryFiles notSent={onlyHere(store.value)} />
          <DeviceFacts store={store.value} sync={sync} />
        </div>
      </div>
    </Page>
  );
}

/** Waiting, or refused: only this device has it. */
function onlyHere({ pending, decisions }: StoreView): number {
  return pending.length + decisions.filter(({ is }) => is === 'refused').length;
}

/** Beyond this many the rest is one press away. */
const FIRST_CHANGES = 50;

function NotSent(props: {
  readonly changes: readonly PendingChange[];
  readonly keeping: Keeping;
  /** Something was refused: then not everything has come to the centre. */
  readonly hasOthers: boolean;
  readonly onUndo: (change: PendingChange) => void;
}) {
  const { changes } = props;
  const [isOpen, setIsOpen] = useState(false);
  const oldest = changes[0];
  const shown = isOpen ? changes : changes.slice(0, FIRST_CHANGES);
  return (
    <Group
      title="Not sent yet"
      about={oldest ? `${changes.length}. The oldest: ${formatSince(oldest.at, Date.now())}` : '0'}
      action={
        changes.length > FIRST_CHANGES ? (
          <Button look="quiet" small onPress={() => setIsOpen(!isOpen)}>
            {isOpen ? `Show ${FIRST_CHANGES}` : `Show all ${changes.length}`}
          </Button>
        ) : null
      }
    >
      {oldest ? (
        <ul className={styles.list}>
          {shown.map((change) => (
            <ChangeRow
              key={change.id}
              change={change}
              keeping={props.keeping}
              onUndo={props.onUndo}
            />
          ))}
        </ul>
      ) : (
        <Empty
          title={props.hasOthers ? 'Nothing is waiting to be sent.' : allSentWords(props.keeping)}
        />
      )}
    </Group>
  );
}

function ClockNotice({ offByMs }: { readonly offByMs: number }) {
  return (
    <p className={text.inset}>
      This laptop’s clock is {spanWords(Math.abs(offByMs))} {offByMs > 0 ? 'ahead' : 'behind'}.
      Nothing is lost: the central service decides the order of things. Set the clock when you can.
    </p>
  );
}

/** What was on its way once may be at the centre: its place in the order stays, empty. */
function takenBackWords({ id, words }: PendingChange, left: readonly JournalEntry[]): string {
  const state = left.find((entry) => entry.id === id)?.state;
  if (state?.is !== 'waiting' || state.tries === 0) return `Taken back: ${words}`;
  return `Not sent any more: ${words}. If the central service has it already, it stays there.`;
}
