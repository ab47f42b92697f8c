import type { ReactNode } from 'react';
import type { SignedIn, SyncStatus } from '#contract/sync-state.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { keepingOf } from '#renderer/data/keeping.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { formatCount, plural } from '#renderer/ui/dates.ts';
import { errorWords, sentence } from '#renderer/ui/error-words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './first-sync.module.css';
import welcome from './welcome.module.css';
import { Welcome } from './welcome.tsx';

/** Search opens when this share of the people is here. */
const USABLE_SHARE = 0.2;

export interface FirstSyncProps {
  readonly signedIn: SignedIn;
  readonly sync: SyncStatus;
  readonly onLeave: () => void;
}

/** How far the first sync is, in people; the app may be used while it goes on. */
export function FirstSync({ signedIn, sync, onLeave }: FirstSyncProps) {
  const platform = usePlatform();
  const { phase } = sync;
  const council = signedIn.councils.find((each) => each.id === signedIn.councilId);
  const keeping = keepingOf(sync);
  const isKept = keeping !== 'in-memory';
  const progress = phase.is === 'first-sync' ? phase : null;
  const stopped = phase.is === 'waiting' || phase.is === 'parked' ? phase.why : null;
  const isUsable = progress !== null && progress.people >= progress.of * USABLE_SHARE;
  return (
    <Welcome title="Getting people onto this device">
      <p className={text.lead}>
        {progress
          ? `Your first sync has ${plural(progress.of, 'person', 'people')}.`
          : 'Asking the central service how many people there are.'}
      </p>
      {stopped ? (
        <p className={cx(text.inset, welcome.gap)} role="alert">
          {sentence(errorWords(stopped, keeping))}
        </p>
      ) : null}
      <ol className={styles.steps}>
        <Step number={1} state="done" title="Signed in">
          {signedIn.recruiter.name}
          {council ? `, ${council.name}` : ''}
        </Step>
        <Step
          number={2}
          state="done"
          title={isKept ? 'This device keeps it sealed' : 'Nothing is kept on this disk'}
        >
          {isKept
            ? 'The key is in the system’s own key store'
            : 'This device has no safe place for keys: people are read again at each start'}
        </Step>
        <Step number={3} state="now" title="Getting people">
          {progress ? <Progress people={progress.people} of={progress.of} /> : null}
          If the network stops, it will go on from here.
        </Step>
        <Step number={4} state="later" title="Building your Today list" />
      </ol>
      <div className={cx(text.actions, styles.foot)}>
        <Button
          onPress={onLeave}
          hideReason
          reason={isUsable ? null : 'You can search when it reaches 20%.'}
        >
          Start finding people
        </Button>
        {stopped ? (
          <Button look="second" onPress={() => void platform.request('sync.now', {})}>
            Try again now
          </Button>
        ) : null}
      </div>
      <p className={cx(text.meta, welcome.after)}>
        {isUsable
          ? `You can search now: ${plural(progress.people, 'person is', 'people are')} ready. Counts will grow.`
          : 'You can search when it reaches 20%.'}
      </p>
    </Welcome>
  );
}

function Progress({ people, of }: { readonly people: number; readonly of: number }) {
  const percent = of === 0 ? 0 : Math.floor((people / of) * 100);
  return (
    <>
      <svg
        className={styles.progress}
        role="progressbar"
        aria-label="First sync"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <rect className={styles.track} width="100%" height="12" />
        <rect className={styles.fill} width={`${percent}%`} height="12" />
      </svg>
      <span className={styles.split}>
        <span>
          {formatCount(people)} of {plural(of, 'person', 'people')}
        </span>
        <b>{percent}%</b>
      </span>
    </>
  );
}

function Step(props: {
  readonly number: number;
  readonly state: 'done' | 'now' | 'later';
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <li className={styles[props.state]} aria-current={props.state === 'now' ? 'step' : undefined}>
      <span className={styles.dot}>
        {props.state === 'done' ? <Icon name="check" /> : props.number}
      </span>
      <div>
        <p className={props.state === 'later' ? undefined : text.strong}>{props.title}</p>
        {props.children ? <div className={text.meta}>{props.children}</div> : null}
      </div>
    </li>
  );
}
