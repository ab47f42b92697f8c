import { useEffect, useMemo, useState } from 'react';
import type { Decision } from '#contract/decision.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import { aboutWords } from '#renderer/data/decision-words.ts';
import { useDecide } from '#renderer/data/use-decide.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAskedCard, useCards } from '#renderer/ui/cards.ts';
import { formatSince } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { Group } from '#renderer/ui/page.tsx';
import { go } from '#renderer/ui/place.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { redoOf } from './redo.ts';
import styles from './sync-records-screen.module.css';

/** More than this are folded: whoever comes back after weeks still sees the rest of the screen. */
const FIRST_CARDS = 10;

/** What only this recruiter can settle, one key each; the focus goes on to the next. */
export function Decisions(props: {
  readonly decisions: readonly Decision[];
  /** The card an address leads to. */
  readonly asked: string | undefined;
}) {
  const { decisions, asked } = props;
  const decide = useDecide(showToast, failureWords);
  const save = useSave();
  const isFolded = decisions.findIndex(({ id }) => id === asked) >= FIRST_CARDS;
  const [isOpen, setIsOpen] = useState(false);
  const [asking, setAsking] = useState<Decision | null>(null);
  const [editing, setEditing] = useState<Decision | null>(null);
  const shown = isOpen ? decisions : decisions.slice(0, FIRST_CARDS);
  const ids = useMemo(() => decisions.map(({ id }) => id), [decisions]);
  useEffect(() => {
    if (isFolded) setIsOpen(true);
  }, [isFolded]);
  useAskedCard(asked);

  const settle = (how: 'keep' | 'other') => (decision: Decision) => {
    leave(decision.id);
    void decide[how](decision);
  };
  const actions = {
    onKeep: settle('keep'),
    onOther: settle('other'),
    onCopy: (decision: Decision) => void decide.copy(decision),
    onDiscard: setAsking,
    onEdit(decision: Decision) {
      const redo = redoOf(decision);
      if (redo?.is === 'dialog') setEditing(decision);
      else if (redo?.is === 'form') redo.open();
      else if (redo) go(redo.address);
    },
  };
  const byId = (run: (decision: Decision) => void) => (id: string) => {
    const decision = decisions.find((one) => one.id === id);
    if (decision) run(decision);
  };
  const leave = useCards(ids, {
    'decision.keep': byId((one) => (isChoice(one) ? actions.onKeep(one) : undefined)),
    'decision.other': byId((one) => (one.other ? actions.onOther(one) : undefined)),
    'decision.edit': byId(actions.onEdit),
    'decision.copy': byId(actions.onCopy),
    'decision.discard': byId((one) => (isChoice(one) ? undefined : setAsking(one))),
  });

  async function saveEdited(decision: Decision, draft: CommandDraft) {
    const instead = 'entry' in decision.settle ? decision.settle.entry : undefined;
    const result = await save([draft], instead);
    setEditing(null);
    const { who } = aboutWords(decision);
    if (result.ok) showSaved(`Saved: ${who}`, result.value.undo);
    else showToast(failureWords(result.error));
  }

  const oldest = decisions[0];
  if (!oldest) return null;
  return (
    <Group
      title="Needs a decision"
      about={`${decisions.length}. The oldest: ${formatSince(oldest.at, Date.now())}`}
      action={
        decisions.length > FIRST_CARDS ? (
          <Button look="quiet" small onPress={() => setIsOpen(!isOpen)}>
            {isOpen ? `Show ${FIRST_CARDS}` : `Show all ${decisions.length}`}
          </Button>
        ) : null
      }
    >
      <ul className={styles.list}>
        {shown.map((decision) => (
          <DecisionCard
            key={decision.id}
            decision={decision}
            actions={actions}
            redo={redoOf(decision)}
          />
        ))}
      </ul>
      {asking ? (
        <DiscardDialog
          decision={asking}
          onClose={() => setAsking(null)}
          onDiscard={() => {
            setAsking(null);
            actions.onKeep(asking);
          }}
        />
      ) : null}
      {editing ? (
        <EditDialog
          decision={editing}
          onClose={() => setEditing(null)}
          onSave={(draft) => void saveEdited(editing, draft)}
        />
      ) : null}
    </Group>
  );
}
