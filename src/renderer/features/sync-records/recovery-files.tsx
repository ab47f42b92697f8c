import { Button } from '#renderer/ui/button.tsx';
import text from '#renderer/ui/text.module.css';
import { useRecovery } from './use-recovery.ts';

/** A way to carry what is not sent to another laptop, should this one fail (O15). */
export function RecoveryFiles({ notSent }: { readonly notSent: number }) {
  const { save, open } = useRecovery();
  return (
    <section aria-labelledby="recovery-files">
      <h2 id="recovery-files">Recovery file</h2>
      <p className={text.meta}>
        Holds what is not sent yet, encrypted. Only you can open it, on any laptop with this app,
        while it has a network. Nothing is ever sent twice.
      </p>
      <div className={text.actions}>
        {notSent > 0 ? (
          <Button look="second" small onPress={() => void save()}>
            Save a recovery file
          </Button>
        ) : null}
        <Button look="quiet" small onPress={() => void open()}>
          Open a recovery file
        </Button>
      </div>
      {notSent === 0 ? (
        <p className={text.meta}>Nothing is waiting to be sent, so there is nothing to save.</p>
      ) : null}
    </section>
  );
}
