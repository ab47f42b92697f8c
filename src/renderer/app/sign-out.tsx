import { useState } from 'react';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { useOnlyHere } from '#renderer/data/use-only-here.ts';
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
  const unsent = useOnlyHere();

  async function signOut() {
    const result = await platform.request('session.sign-out', { anyway: unsent > 0 });
    if (result.ok) onClose();
    else setProblem(failureWords(result.error));
  }

  return (
    <Dialog title="Sign out?" onClose={onClose} isAlert={unsent > 0}>
      <p>
        {unsent > 0
          ? `${plural(unsent, 'change is', 'changes are')} not sent yet. Signing out now drops them for good. Stay, and sync first.`
          : "People's details are removed from this device. You need a network to sign in again."}
      </p>
      {problem ? <p role="alert">{problem}</p> : null}
      <div className={text.actions}>
        <Button look={unsent > 0 ? 'first' : 'second'} onPress={onClose}>
          Stay signed in
        </Button>
        {unsent > 0 ? (
          <Button look="second" onPress={() => void save()}>
            Save a recovery file
          </Button>
        ) : null}
        <Button look={unsent > 0 ? 'grave' : 'first'} onPress={() => void signOut()}>
          {unsent > 0 ? 'Sign out and drop them' : 'Sign out'}
        </Button>
      </div>
    </Dialog>
  );
}
