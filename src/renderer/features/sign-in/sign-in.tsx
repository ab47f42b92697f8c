import { useEffect, useState } from 'react';
import type { AppInfo } from '#contract/ipc.ts';
import type { MadeUpAccount, SessionState, Wiped } from '#contract/sync-state.ts';
import type { RecruiterRole } from '#contract/vocabulary.ts';
import { RECRUITER_ROLE_LABELS } from '#contract/vocabulary-labels.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { type AtStake, useAtStake } from '#renderer/data/use-at-stake.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { formatDay, londonParts, plural } from '#renderer/ui/dates.ts';
import { errorWords, failureWords, sentence } from '#renderer/ui/error-words.ts';
import text from '#renderer/ui/text.module.css';
import styles from './sign-in.module.css';
import welcome from './welcome.module.css';
import { Welcome } from './welcome.tsx';

type NotIn = Exclude<SessionState, { is: 'signed-in' }>;

/** Why a sign-in was refused, and what makes it go on all the same. */
interface Refused {
  readonly words: string;
  readonly dropAndSignIn: (() => void) | null;
}

/** Opens the council's own sign-in page; lists the made-up accounts where there are any. */
export function SignIn({ session }: { readonly session: NotIn }) {
  const platform = usePlatform();
  const [refused, setRefused] = useState<Refused | null>(null);
  const stake = useAtStake();
  const [app, setApp] = useState<AppInfo | null>(null);

  useEffect(() => {
    void platform.request('app.read', {}).then((result) => {
      if (result.ok) setApp(result.value);
    });
  }, [platform]);

  async function signIn(login?: string, dropsUnknown = false) {
    setRefused(null);
    const who = login === undefined ? {} : { login };
    const result = await platform.request('session.sign-in', {
      ...who,
      ...(dropsUnknown ? { dropsUnknown } : {}),
    });
    if (result.ok) return;
    const drops = result.error.details?.unknownWork === true;
    const dropAndSignIn = drops ? () => void signIn(login, true) : null;
    setRefused({ words: failureWords(result.error), dropAndSignIn });
  }

  if (session.is === 'signing-in') {
    return (
      <Welcome title="Finish signing in">
        <p className={text.lead}>Your council's sign-in page is open in your browser.</p>
        <p className={cx(text.meta, welcome.after)} role="status">
          Waiting for you to finish there. We never see your password.
        </p>
        <div className={cx(text.actions, welcome.gap)}>
          <Button look="second" onPress={() => void platform.request('session.cancel-sign-in', {})}>
            Cancel
          </Button>
        </div>
      </Welcome>
    );
  }

  const held = refused ? null : heldWords(stake);
  const problem =
    refused?.words ?? (session.problem ? sentence(errorWords(session.problem)) : null);
  return (
    <Welcome title="Sign in">
      <p className={text.lead}>
        {session.programmeName ? `${session.programmeName}. ` : ''}You need a network the first
        time. After that you can work offline.
      </p>
      {session.wiped ? (
        <p className={cx(text.inset, welcome.gap)} role="status">
          {wipedWords(session.wiped)}
        </p>
      ) : null}
      {problem ? (
        <p className={cx(text.inset, welcome.gap)} role="alert">
          {problem}
        </p>
      ) : null}
      {held ? <p className={cx(text.inset, welcome.gap)}>{held}</p> : null}
      <div className={cx(text.actions, welcome.gap)}>
        <Button onPress={() => void signIn()}>Sign in with your work account</Button>
        {refused?.dropAndSignIn ? (
          <Button look="grave" onPress={refused.dropAndSignIn}>
            Delete that file and sign in
          </Button>
        ) : null}
      </div>
      <p className={cx(text.meta, welcome.after)}>
        Your council's own sign-in page opens in your browser. We never see your password.
      </p>
      {session.madeUpAccounts.length > 0 ? (
        <Accounts accounts={session.madeUpAccounts} onChoose={(login) => void signIn(login)} />
      ) : null}
      <section className={welcome.gap}>
        <h2>What is kept on this laptop</h2>
        <p className={text.meta}>{keptWords(app)}</p>
      </section>
    </Welcome>
  );
}

/** That work waits here for whoever did it; null when none does. */
function heldWords({ onlyHere, aside }: AtStake): string | null {
  if (onlyHere > 0)
    return `${plural(onlyHere, 'change')} made on this device ${onlyHere === 1 ? 'is' : 'are'} not sent yet. Whoever made ${onlyHere === 1 ? 'it' : 'them'} signs in first: then ${onlyHere === 1 ? 'it is' : 'they are'} sent.`;
  if (aside.some(({ comesBack }) => comesBack))
    return 'Work done on this device that may not be sent waits in a file. Whoever did it signs in first: then it is brought back and sent.';
  return aside.length > 0
    ? 'A damaged file on this device may hold work that is not sent. Whoever worked here before signs in first.'
    : null;
}

/** Why this laptop is empty, and what that cost. */
export function wipedWords({ at, why, notSent }: Wiped): string {
  const day = formatDay(londonParts(Date.parse(at))[0]);
  const lost =
    notSent === 0
      ? 'Everything you had done was sent before.'
      : `${plural(notSent, 'change')} had not been sent.`;
  switch (why) {
    case 'ordered':
      return `This laptop was wiped by the programme team on ${day}. ${lost}`;
    case 'access-ended':
      return `Your access to the programme ended, so this laptop was wiped on ${day}. ${lost}`;
    case 'programme-ended':
      return `The programme has ended and its records are removed, so this laptop was wiped on ${day}. ${lost}`;
  }
}

function Accounts(props: {
  readonly accounts: readonly MadeUpAccount[];
  readonly onChoose: (login: string) => void;
}) {
  return (
    <section className={styles.accounts}>
      <h2>Made-up recruiters</h2>
      <p className={text.meta}>This service is for trying out: choose who you want to be.</p>
      <ul className={styles.list}>
        {props.accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              className={styles.account}
              onClick={() => props.onChoose(account.login)}
            >
              <b>{account.name}</b>
              <span>{account.council}</span>
              <span className={text.meta}>{roleWords(account.role)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function roleWords(role: string): string {
  return role in RECRUITER_ROLE_LABELS ? RECRUITER_ROLE_LABELS[role as RecruiterRole] : role;
}

function keptWords(app: AppInfo | null): string {
  const kept =
    app && !app.persisted
      ? 'This device has no safe place for keys, so no personal details are kept on its disk: they are read again at each start.'
      : "The programme's people and your council's work, sealed with a key that only this device and your login can open, so that you can work without a network.";
  return `${kept} Signing out removes them. Everything you look up or log is for recruitment only, and people can ask to see it.`;
}
