import { useEffect, useMemo, useState } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import type { Decision } from '#contract/decision.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import { aboutWords } from '#renderer/data/decision-words.ts';
import { startEditing } from '#renderer/data/editing.ts';
import { useDecide } from '#renderer/data/use-decide.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useAskedCard, useCards } from '#renderer/ui/cards.ts';
import { formatSince } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { Group } from '#renderer/ui/page.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { MoveEditDialog } from './move-edit-dialog.tsx';
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
  const [moving, setMoving] = useState<Decision | null>(null);
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
      if (decision.change?.kind === 'shortlist.move') setMoving(decision);
      else openForm(decision);
    },
  };
  const byId = (run: (decision: Decision) => void) => (id: string) => {
    const decision = decisions.find((one) => one.id === id);
    if (decision) run(decision);
  };
  const leave = useCards(ids, {
    'decision.keep': byId((one) => (isChoice(one) ? actions.onKeep(one) : undefined)),
    'decision.other': byId((one) => (one.other ? actions.onOther(one) : undefined)),
    'decision.edit': byId((one) => (canEdit(one) ? actions.onEdit(one) : undefined)),
    'decision.copy': byId(actions.onCopy),
    'decision.discard': byId((one) => (isChoice(one) ? undefined : setAsking(one))),
  });

  async function saveMove(decision: Decision, draft: CommandDraft) {
    const instead = 'entry' in decision.settle ? decision.settle.entry : undefined;
    const result = await save([draft], instead);
    setMoving(null);
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
            canEdit={canEdit(decision)}
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
      {moving?.change ? (
        <MoveEditDialog
          who={aboutWords(moving).who}
          args={moving.change.args as MutationArgs['shortlist.move']}
          onClose={() => setMoving(null)}
          onSave={(draft) => void saveMove(moving, draft)}
        />
      ) : null}
    </Group>
  );
}

/** Where the form of a change is; those without a form are settled as they are. */
const FORMS: Readonly<Partial<Record<CommandDraft['kind'], string>>> = {
  'contact.log': '/person/',
  'follow-up.set': '/person/',
  'vacancy.create': '/vacancies',
  'vacancy.edit': '/vacancies/',
  'story.submit': '/stories',
};

function canEdit({ change, name }: Decision): boolean {
  if (change?.kind === 'shortlist.move') return name !== null;
  const form = change && FORMS[change.kind];
  return form !== undefined && form !== null && (form !== '/person/' || name !== null);
}

/** Opens the form the change came from, filled with it. */
function openForm({ change, settle, name, candidateId, vacancyId }: Decision): void {
  if (!change || !('entry' in settle)) return;
  startEditing(settle.entry, change);
  if (change.kind === 'contact.log' || change.kind === 'follow-up.set') {
    const person = { id: candidateId as CandidateId, label: name ?? '' };
    runAction(change.kind === 'contact.log' ? 'contact.log' : 'follow-up.add', [person]);
    return;
  }
  const form = FORMS[change.kind] ?? '/sync';
  go(addressOf(form === '/vacancies/' ? `${form}${vacancyId}` : form));
}
