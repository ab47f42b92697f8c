import type { Decision } from '#contract/decision.ts';
import { typedWords } from '#renderer/data/decision-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import text from '#renderer/ui/text.module.css';

/** Asks once, and says what is lost; the safe choice comes first. */
export function DiscardDialog(props: {
  readonly decision: Decision;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}) {
  const { decision } = props;
  const typed = typedWords(decision.change);
  return (
    <Dialog title="Discard this change?" isAlert onClose={props.onClose}>
      <p>
        The central service does not have it, so nobody will: {decision.words}.
        {typed.length > 0 ? ' These words go with it:' : ''}
      </p>
      {typed.map((words) => (
        <p key={words} className={text.inset}>
          {words}
        </p>
      ))}
      <div className={text.actions}>
        <Button onPress={props.onClose}>Keep it</Button>
        <Button look="grave" onPress={props.onDiscard}>
          Discard
        </Button>
      </div>
    </Dialog>
  );
}
