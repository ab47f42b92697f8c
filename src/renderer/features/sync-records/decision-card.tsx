import type { Decision } from '#contract/decision.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import {
  aboutWords,
  fieldWords,
  inForce,
  keepWords,
  otherWho,
  otherWords,
  ruleWords,
  sideWords,
  typedWords,
} from '#renderer/data/decision-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment } from '#renderer/ui/dates.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import { TwoValues, type ValueSide } from '#renderer/ui/two-values.tsx';
import type { Redo } from './redo.ts';
import styles from './sync-records-screen.module.css';

export interface DecisionActions {
  readonly onKeep: (decision: Decision) => void;
  readonly onOther: (decision: Decision) => void;
  readonly onEdit: (decision: Decision) => void;
  readonly onCopy: (decision: Decision) => void;
  readonly onDiscard: (decision: Decision) => void;
}

/** One thing to decide: both values, who, when, why the rule chose, and what can be done. */
export function DecisionCard(props: {
  readonly decision: Decision;
  readonly actions: DecisionActions;
  /** How it is put right; null = it was not refused. */
  readonly redo: Redo | null;
}) {
  const { decision, actions, redo } = props;
  const { sides, other, blocked } = decision;
  const { who, what } = aboutWords(decision);
  return (
    <li className={styles.decision} data-card={decision.id}>
      <h3 className={styles.subject} tabIndex={-1}>
        <Subject decision={decision} words={who} /> <span className={text.meta}>{what}</span>
      </h3>
      {sides.length > 0 ? (
        <>
          <TwoValues sides={sidesOf(decision)} />
          <p>
            {ruleWords(decision)}
            {nowElse(decision)}
          </p>
        </>
      ) : (
        <p className={text.meta}>
          {formatMoment(decision.at)}. Refused: {decision.reason} It is kept here until you decide.
        </p>
      )}
      {typedOf(decision).map((words) => (
        <p key={words} className={styles.typed}>
          {words}
        </p>
      ))}
      {blocked ? (
        <p className={text.meta}>
          {isChoice(decision) ? 'Yours cannot be applied now' : 'It cannot be sent again now'}:{' '}
          {blocked}
        </p>
      ) : null}
      <div className={styles.choices}>
        {isChoice(decision) ? (
          <Button
            keys="A"
            label={`${keepWords(decision)}: ${who}`}
            onPress={() => actions.onKeep(decision)}
          >
            {keepWords(decision)}
          </Button>
        ) : null}
        {other ? (
          <Button
            look={isChoice(decision) ? 'second' : 'first'}
            keys="R"
            label={`${otherWords(decision)}: ${who}`}
            onPress={() => actions.onOther(decision)}
          >
            {otherWords(decision)}
          </Button>
        ) : null}
        {redo ? (
          <Button
            look="quiet"
            keys="E"
            label={`${redoWords(redo)}: ${who}`}
            onPress={() => actions.onEdit(decision)}
          >
            {redoWords(redo)}
          </Button>
        ) : null}
        <Button
          look="quiet"
          keys="Y"
          label={`Copy: ${who}`}
          onPress={() => actions.onCopy(decision)}
        >
          Copy
        </Button>
        {isChoice(decision) ? null : (
          <Button
            look="quiet"
            keys="D"
            label={`Discard: ${who}`}
            onPress={() => actions.onDiscard(decision)}
          >
            Discard
          </Button>
        )}
      </div>
    </li>
  );
}

/** What was typed into a refused change and is not among its values already. */
function typedOf(decision: Decision): readonly string[] {
  if (decision.is !== 'refused') return [];
  const values = decision.sides.map((side) => sideWords(decision, side).mine);
  return typedWords(decision.change).filter((words) => !values.some((one) => words.includes(one)));
}

const redoWords = (redo: Redo) => (redo.is === 'place' ? redo.words : 'Edit');

function Subject({ decision, words }: { readonly decision: Decision; readonly words: string }) {
  const { candidateId, vacancyId, name } = decision;
  const address =
    candidateId && name
      ? addressOf(`/person/${candidateId}`)
      : vacancyId
        ? addressOf(`/vacancies/${vacancyId}`)
        : null;
  return address ? (
    <a className={text.strong} href={address}>
      {words}
    </a>
  ) : (
    <span className={text.strong}>{words}</span>
  );
}

/** With several fields each value says which one it is of. */
function sidesOf(decision: Decision): readonly ValueSide[] {
  const { sides, is, at } = decision;
  const isOne = sides.length === 1;
  const named = (side: Decision['sides'][number], value: string) =>
    isOne ? value : `${fieldWords(side)}: ${value}`;
  const isMine = sides.every((side) => inForce(decision, side) === 'mine');
  const isTheirs = sides.every((side) => inForce(decision, side) === 'theirs');
  const theirs = sides[0];
  return [
    {
      who: 'You',
      when: formatMoment(at),
      values: sides.map((side) => named(side, sideWords(decision, side).mine)),
      stands: isMine ? 'In force now' : is === 'refused' ? 'Not taken, kept here' : 'Replaced',
      isNow: isMine,
    },
    {
      who: theirs ? otherWho(theirs) : 'A colleague',
      when: theirs?.at ? formatMoment(theirs.at) : null,
      values: sides.map((side) => named(side, sideWords(decision, side).theirs)),
      stands: isTheirs ? 'In force now' : 'Not in force now',
      isNow: isTheirs,
    },
  ];
}

/** A third value may hold by now. */
function nowElse(decision: Decision): string {
  const { sides } = decision;
  const isElse = sides.length > 0 && sides.every((side) => inForce(decision, side) === 'none');
  return isElse ? ' Since then it has been changed again.' : '';
}
