import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ReasonField } from '#renderer/ui/reason-field.tsx';
import text from '#renderer/ui/text.module.css';

/** Puts right the reason of a refused change, as it was typed. */
export function ReasonEditDialog(props: {
  readonly title: string;
  readonly reason: string;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState(props.reason);
  const [isAsked, setIsAsked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isMissing) setIsAsked(true);
          else props.onSave(reason.trim());
        }}
      >
        <ReasonField value={reason} isMissing={isAsked && isMissing} onChange={setReason} />
        <div className={text.actions}>
          <Button submit>Save</Button>
          <Button look="second" onPress={props.onClose}>
            Go back
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
