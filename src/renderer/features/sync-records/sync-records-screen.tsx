import type { PendingChange } from '#contract/queries.ts';
import { usePlatform, useSync } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment } from '#renderer/ui/dates.ts';
import { errorWords, failureWords, sentence } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import { type ChangeActions, ChangeRow } from './change-row.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { RecoveryFiles } from './recovery-files.tsx';
import styles from './sync-records-screen.module.css';
import { headline, phaseWords } from './sync-words.ts';

/** What is not sent, what was refused and why, what this device holds; all of it true. */
export function SyncRecordsScreen() {
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
  const { pending } = store.value;
  const refused = pending.filter((change) => change.state.is === 'refused');
  const notSent = pending.filter((change) => change.state.is === 'waiting');

  const mustSignIn = sync?.word.is === 'cannot-send' && sync.word.why === 'sign-in-again';

  async function signInAgain() {
    const result = await platform.request('session.sign-in', {});
    if (!result.ok) showToast(failureWords(result.error));
  }
  async function ask(name: 'journal.retry' | 'journal.discard', change: PendingChange) {
    const result = await platform.request(name, { id: change.id });
    if (!result.ok) showToast(sentence(errorWords(result.error.code)));
    else if (name === 'journal.discard') showToast(`Dropped: ${change.words}`);
  }
  const actions: ChangeActions = {
    onRetry: (change) => void ask('journal.retry', change),
    onDrop: (change) => void ask('journal.discard', change),
    onCopy: (change) => {
      void navigator.clipboard.writeText(change.words).then(
        () => showToast('Copied.'),
        () => showToast('It could not be copied. Select the words and copy them instead.'),
      );
    },
  };

  return (
    <Page
      title={headline(notSent.length, refused.length)}
      lead={
        notSent.length > 0
          ? 'Nothing is lost: they are saved on this device.'
          : sync
            ? phaseWords(sync.phase)
            : null
      }
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
        {sync && notSent.length > 0 ? ` ${phaseWords(sync.phase)}` : ''}
      </p>
      {sync?.clockOffByMs ? <ClockNotice offByMs={sync.clockOffByMs} /> : null}
      {sync?.notices.map((notice) => (
        <p key={notice} className={text.inset}>
          {sentence(errorWords(notice))}
        </p>
      ))}
      <div className={styles.columns}>
        <div>
          {refused.length > 0 ? (
            <Group title="Needs a decision" about={`${refused.length}`}>
              <Changes changes={refused} actions={actions} />
            </Group>
          ) : null}
          <Group title="Not sent yet" about={`${notSent.length}`}>
            {notSent.length === 0 ? (
              <Empty title="Everything you did here has reached the central service." />
            ) : (
              <Changes changes={notSent} actions={actions} />
            )}
          </Group>
        </div>
        <div className={styles.aside}>
          <RecoveryFiles notSent={pending.filter(({ state }) => state.is !== 'sent').length} />
          <DeviceFacts store={store.value} sync={sync} />
        </div>
      </div>
    </Page>
  );
}

function Changes(props: {
  readonly changes: readonly PendingChange[];
  readonly actions: ChangeActions;
}) {
  return (
    <ul className={styles.list}>
      {props.changes.map((change) => (
        <ChangeRow key={change.id} change={change} actions={props.actions} />
      ))}
    </ul>
  );
}

function ClockNotice({ offByMs }: { readonly offByMs: number }) {
  const minutes = Math.round(Math.abs(offByMs) / 60_000);
  return (
    <p className={text.inset}>
      This laptop’s clock is {minutes} minutes {offByMs > 0 ? 'ahead' : 'behind'}. Nothing is lost:
      the central service decides the order of things. Set the clock when you can.
    </p>
  );
}
