import { useMemo } from 'react';
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
} from '#renderer/data/decision-words.ts';
import { useDecide } from '#renderer/data/use-decide.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCards } from '#renderer/ui/cards.ts';
import { cx } from '#renderer/ui/cx.ts';
import { formatShortDay, formatTime, londonParts } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { Group } from '#renderer/ui/page.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import styles from './today-screen.module.css';

const FIRST_ROWS = 3;

/** What only this recruiter can settle: both values in one line, why the rule chose, one key each. */
export function DecisionRows({ decisions }: { readonly decisions: readonly Decision[] }) {
  const decide = useDecide(showToast, failureWords);
  const shown = decisions.slice(0, FIRST_ROWS);
  const ids = useMemo(() => decisions.map(({ id }) => id), [decisions]);
  const settle = (how: 'keep' | 'other') => (decision: Decision) => {
    leave(decision.id);
    void decide[how](decision);
  };
  const byId = (run: (decision: Decision) => void) => (id: string) => {
    const decision = decisions.find((one) => one.id === id);
    if (decision) run(decision);
  };
  const leave = useCards(ids, {
    'decision.keep': byId((one) => (isChoice(one) ? settle('keep')(one) : open(one))),
    'decision.other': byId((one) => (one.other ? settle('other')(one) : open(one))),
    'decision.copy': byId((one) => void decide.copy(one)),
    'decision.edit': byId(open),
    'decision.discard': byId(open),
  });
  if (decisions.length === 0) return null;
  return (
    <Group title="Needs a decision" about={decisions.length}>
      <ul>
        {shown.map((decision, index) => (
          <DecisionRow
            key={decision.id}
            decision={decision}
            hasKeys={index === 0}
            onKeep={settle('keep')}
            onOther={settle('other')}
          />
        ))}
      </ul>
      {decisions.length > FIRST_ROWS ? (
        <a className={styles.all} href={addressOf('/sync')}>
          Show all {decisions.length}
        </a>
      ) : null}
    </Group>
  );
}

const open = ({ id }: Decision) => go(addressOf('/sync', { card: id }));

function DecisionRow(props: {
  readonly decision: Decision;
  /** The keys are said once; they work on every row. */
  readonly hasKeys: boolean;
  readonly onKeep: (decision: Decision) => void;
  readonly onOther: (decision: Decision) => void;
}) {
  const { decision, hasKeys } = props;
  const { sides, other, candidateId, name } = decision;
  const { who, what } = aboutWords(decision);
  const keyed = (keys: string) => (hasKeys ? { keys } : {});
  return (
    <li className={cx(styles.row, styles.decision)} data-today-row="" data-card={decision.id}>
      <span className={text.meta}>{whenWords(decision.at)}</span>
      <span>
        {candidateId && name ? (
          <a className={styles.name} href={addressOf(`/person/${candidateId}`)}>
            {who}
          </a>
        ) : (
          <span className={text.strong}>{who}</span>
        )}{' '}
        <span className={text.meta}>{what}</span>
        {bothWords(decision).map((words) => (
          <span key={words} className={styles.what}>
            {words}
          </span>
        ))}
        {sides.length > 0 ? (
          <span className={cx(styles.what, text.meta)}>{ruleWords(decision)}</span>
        ) : null}
      </span>
      <span className={text.actions}>
        {isChoice(decision) ? (
          <Button
            look="second"
            small
            {...keyed('A')}
            label={`${keepWords(decision)}: ${who}`}
            onPress={() => props.onKeep(decision)}
          >
            {keepWords(decision)}
          </Button>
        ) : null}
        {other ? (
          <Button
            look="quiet"
            small
            {...keyed('R')}
            label={`${otherWords(decision)}: ${who}`}
            onPress={() => props.onOther(decision)}
          >
            {otherWords(decision)}
          </Button>
        ) : null}
        <Button look="quiet" small label={`Open: ${who}`} onPress={() => open(decision)}>
          Open
        </Button>
      </span>
    </li>
  );
}

/** Both values, who and where each stands: a line for each field. */
function bothWords(decision: Decision): readonly string[] {
  const { sides, reason } = decision;
  if (sides.length === 0) return [`Refused: ${reason ?? ''}`];
  return sides.map((side) => {
    const { mine, theirs } = sideWords(decision, side);
    const holds = inForce(decision, side);
    const them = side.at ? `${otherWho(side)}, ${whenWords(side.at)}` : otherWho(side);
    const now = (isIt: boolean) => (isIt ? ', in force' : '');
    const field = sides.length > 1 ? `${fieldWords(side)}. ` : '';
    return `${field}You: ${mine}${now(holds === 'mine')}. ${them}: ${theirs}${now(holds === 'theirs')}.`;
  });
}

function whenWords(at: string): string {
  const [day] = londonParts(Date.parse(at));
  return day === londonParts(Date.now())[0] ? formatTime(at) : formatShortDay(day);
}
