import { useState } from 'react';
import type { MutationArgs } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { EXIT_STAGES, STAGES, type Stage } from '#contract/vocabulary.ts';
import { STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/menu.tsx';
import { ReasonField } from '#renderer/ui/reason-field.tsx';
import text from '#renderer/ui/text.module.css';

const CHOICES = STAGES.map((value) => ({ value, label: STAGE_LABELS[value] }));

/** Puts a refused move right: the stage and the reason as they were wanted, to be changed. */
export function MoveEditDialog(props: {
  readonly who: string;
  readonly args: MutationArgs['shortlist.move'];
  readonly onSave: (draft: CommandDraft) => void;
  readonly onClose: () => void;
}) {
  const { args } = props;
  const [to, setTo] = useState<Stage>(args.to);
  const [reason, setReason] = useState(args.reason ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const isMissing = EXIT_STAGES.includes(to) && reason.trim() === '';
  return (
    <Dialog title={`Move ${props.who}`} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isMissing) return setIsAsked(true);
          const { vacancyId, candidateId } = args;
          const why = reason.trim() === '' ? {} : { reason: reason.trim() };
          props.onSave({ kind: 'shortlist.move', args: { vacancyId, candidateId, to, ...why } });
        }}
      >
        <Select label="Stage" value={to} choices={CHOICES} onChange={setTo} />
        <ReasonField value={reason} isMissing={isAsked && isMissing} onChange={setReason} />
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
