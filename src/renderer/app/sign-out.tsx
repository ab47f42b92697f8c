import { useState } from 'react';
import { asideWords } from '#renderer/data/aside-words.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { type AtStake, useAtStake } from '#renderer/data/use-at-stake.ts';
import { useRecovery } from '#renderer/features/sync-records/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { plural } from '#renderer/ui/dates.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { failureWords } from '#renderer/ui/error-words.ts';
import text from '#renderer/ui/text.module.css';

/** Asks before signing out: what is not sent would be lost with this device's keys. */
export function SignOut({ onClose }: { readonly onClose: () => void }) {
  const platform = usePlatform();
  const { save } = useRecovery();
  const [problem, setProblem] = useState<string | null>(null);
  const stake = useAtStake();
  const { onlyHere: unsent, aside } = stake;
  const isLoss = unsent + aside.length > 0;
  const isGrave = isLoss || stake.crossed > 0;

  async function signOut() {
    const result = await platform.request('session.sign-out', { anyway: isLoss });
    if (result.ok) onClose();
    else setProblem(failureWords(result.error));
  }

  return (
    <Dialog title="Sign out?" onClose={onClose} isAlert={isGrave}>
      {stakeWords(stake).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>
        People’s details and texts you have not finished are removed from this device. You need a
        network to sign in again.
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
      <div className={text.actions}>
        <Button look={isGrave ? 'first' : 'second'} onPress={onClose}>
          Stay signed in
        </Button>
        {unsent > 0 ? (
          <Button look="second" onPress={() => void save()}>
            Save a recovery file
          </Button>
        ) : null}
        {aside.some(({ comesBack }) => comesBack) ? (
          <Button look="second" onPress={() => void platform.request('sync.now', {})}>
            Try to bring it back now
          </Button>
        ) : null}
        <Button look={isGrave ? 'grave' : 'first'} onPress={() => void signOut()}>
          {leaveWords(unsent, aside.length)}
        </Button>
      </div>
    </Dialog>
  );
}

function leaveWords(unsent: number, files: number): string {
  if (unsent > 0) return 'Sign out and drop them';
  if (files === 0) return 'Sign out';
  return files === 1 ? 'Sign out and delete the file' : 'Sign out and delete the files';
}

/** What is lost, worst first; empty when nothing is. */
function stakeWords({ onlyHere, refused, crossed, aside }: AtStake): readonly string[] {
  const lost: string[] = [];
  const waiting = onlyHere - refused;
  if (waiting > 0) {
    const them = waiting === 1 ? 'it' : 'them';
    lost.push(
      `${plural(waiting, 'change is', 'changes are')} not sent yet. Signing out now drops ${them} for good. Stay, and sync first.`,
    );
  }
  if (refused > 0) {
    const them = refused === 1 ? 'it' : 'them';
    lost.push(
      `${plural(refused, 'change was', 'changes were')} refused and kept here. Signing out now drops ${them} for good. Decide first, in Sync and records.`,
    );
  }
  for (const words of new Set(aside.map(asideWords))) {
    lost.push(`${words} Signing out now deletes it for good.`);
  }
  if (crossed > 0) {
    const what = plural(crossed, 'change of yours has', 'changes of yours have');
    lost.push(`${what} crossed a colleague’s. Signed out, you are not asked about that again.`);
  }
  return lost;
}
