import { useState } from 'react';
import type { Stage } from '#contract/vocabulary.ts';
import { STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ReasonField } from '#renderer/ui/reason-field.tsx';
import text from '#renderer/ui/text.module.css';

/** What is about to happen to one person on a list, and needs a reason. */
export interface PendingMove {
  readonly name: string;
  readonly to: Stage | 'off-the-list';
}

/** Asks why someone leaves the running; the safe choice is to go back. */
export function MoveDialog(props: {
  readonly move: PendingMove;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { name, to } = props.move;
  const what = to === 'off-the-list' ? 'off this list' : `to ${STAGE_LABELS[to].toLowerCase()}`;
  return (
    <Dialog title={`Why move ${name} ${what}?`} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') setIsAsked(true);
          else props.onReason(reason.trim());
        }}
      >
        <ReasonField
          value={reason}
          isMissing={isAsked && reason.trim() === ''}
          onChange={setReason}
        />
        <div className={text.actions}>
          <Button submit>Move</Button>
          <Button look="second" onPress={props.onClose}>
            Go back
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
