import type { Decision } from '#contract/decision.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { aboutWords } from '#renderer/data/decision-words.ts';
import { MoveEditDialog } from './move-edit-dialog.tsx';
import { ReasonEditDialog } from './reason-edit-dialog.tsx';

/** The dialog of a refused change that has no form of its own, filled with what was wanted. */
export function EditDialog(props: {
  readonly decision: Decision;
  readonly onSave: (draft: CommandDraft) => void;
  readonly onClose: () => void;
}) {
  const { decision, onSave, onClose } = props;
  const who = decision.name ?? aboutWords(decision).who;
  const { kind, args } = decision.change as MutationDraft;
  if (kind === 'shortlist.move') {
    return <MoveEditDialog who={who} args={args} onSave={onSave} onClose={onClose} />;
  }
  if (kind === 'shortlist.remove') {
    // What was shown then does not count any more: whoever edits it has seen both.
    const { vacancyId, candidateId } = args;
    return (
      <ReasonEditDialog
        title={`Take ${who} off the list`}
        reason={args.reason ?? ''}
        onSave={(reason) => onSave({ kind, args: { vacancyId, candidateId, reason } })}
        onClose={onClose}
      />
    );
  }
  if (kind !== 'do-not-contact.set') return null;
  return (
    <ReasonEditDialog
      title={`Leave ${who} alone`}
      reason={args.reason}
      onSave={(reason) => onSave({ kind, args: { ...args, reason } })}
      onClose={onClose}
    />
  );
}
