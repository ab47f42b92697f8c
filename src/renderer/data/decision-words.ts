import type { Decision, Side } from '#contract/decision.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { FieldValue } from '#contract/records/council-work.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import { formatClock, formatDay } from '#renderer/ui/dates.ts';

const FIELDS: Readonly<Record<string, string>> = {
  stage: 'Stage',
  title: 'Title',
  team: 'Team',
  posts: 'Posts',
  hoursPerWeek: 'Hours a week',
  closesOn: 'Closes on',
  status: 'Open or closed',
  what: 'What to do',
  dueOn: 'Day',
  dueTime: 'Time',
  promise: 'Promised or not',
  done: 'Done or not',
  reason: 'Reason',
};

/** The name of a field, for a label. */
export function fieldWords({ field }: Pick<Side, 'field'>): string {
  return FIELDS[field] ?? 'What was changed';
}

/** One value of one field, as a recruiter would say it. */
export function valueWords(
  { kind, field }: Pick<Side, 'kind' | 'field'>,
  value: FieldValue,
): string {
  if (field === 'stage') return value === null ? 'Off the list' : stageWords(value);
  if (field === 'done') return value === true || value === 'done' ? 'Done' : 'Not done';
  if (value === 'done') return 'Done';
  if (field === 'promise') return value === true ? 'Promised' : 'Not promised';
  if (field === 'status') return value === 'closed' ? 'Closed' : 'Open';
  if (kind === 'do-not-contact' && value === null) return 'Contact them';
  if (value === null) return 'Not set';
  if (field === 'dueOn' || field === 'closesOn') return formatDay(String(value));
  if (field === 'dueTime') return formatClock(String(value));
  return String(value);
}

function stageWords(value: FieldValue): string {
  return STAGE_LABELS[value as Stage] ?? String(value);
}

/** Mine and theirs of a side, in words; theirs may be of another field, or another matter. */
export function sideWords(
  decision: Decision,
  side: Side,
): { readonly mine: string; readonly theirs: string } {
  const { kind, mine, theirs, theirField } = side;
  return {
    mine: isChoice(decision) ? valueWords(side, mine) : didWords(decision),
    theirs: valueWords({ kind, field: theirField }, theirs),
  };
}

/** What I did, without the name that stands beside it. */
function didWords({ words, name }: Decision): string {
  const rest = name === null ? words : words.replace(`${name} `, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Whose value is in force now. */
export function inForce(
  decision: Decision,
  { mine, theirs, now, theirField, field }: Side,
): 'mine' | 'theirs' | 'none' {
  if (!isChoice(decision)) return now === theirs ? 'theirs' : 'none';
  if (theirField !== field || mine === 'done') return 'theirs';
  if (now === mine) return 'mine';
  return now === theirs ? 'theirs' : 'none';
}

/** Whose value the other one is. */
export function otherWho({ by, isOwn }: Side): string {
  if (isOwn) return 'You, on another laptop';
  return by?.name ?? 'A colleague';
}

/** Why the rule chose as it did, in one sentence. */
export function ruleWords({ is, sides }: Decision): string {
  const rule = sides[0]?.rule ?? '';
  const isMine = is === 'told';
  switch (rule) {
    case 'DM4':
      return isMine
        ? 'You had not seen their change. The one that arrives last counts, so yours is in force.'
        : 'They had not seen your change. The one that arrives last counts, so theirs is in force.';
    case 'DM5':
      return is === 'refused'
        ? 'Nobody is added to a vacancy that is closed.'
        : 'Being on the list counts more than a removal, or a stage, that was not seen.';
    case 'DM6':
      return 'A move counts only on the stage it was made from, so theirs stays until you look.';
    case 'DM7':
      return 'Nobody is moved or taken off over a change that was not seen, so theirs stays.';
    case 'DM9':
      return 'Whoever asks not to be contacted is left alone, whatever came before.';
    case 'DM11':
      return 'What is marked done counts more than a change to it.';
    case 'DM13':
      return 'The first reason stands.';
    case 'DM20':
      return 'Only who has seen that it is done can open it again.';
    case 'DM21':
      return 'That somebody has started is a fact, so it stands over every other stage.';
    default:
      return 'The central service decided by its rules.';
  }
}

/** What lets it be as it is. */
export function keepWords(decision: Decision): string {
  return decision.sides.every((side) => inForce(decision, side) === 'mine')
    ? 'Keep mine'
    : 'Keep theirs';
}

/** What makes it the other way. */
export function otherWords(decision: Decision): string {
  if (!isChoice(decision)) return 'Try again';
  return decision.other?.is === 'theirs-back' ? 'Put theirs back' : 'Apply mine again';
}

/** What the card is about: the person or the vacancy, and the field. */
export function aboutWords(decision: Decision): { readonly who: string; readonly what: string } {
  const { name, vacancy, sides, words } = decision;
  const fields = [...new Set(sides.map(fieldWords))].join(', ');
  if (sides.length === 0) return { who: words, what: '' };
  if (name !== null && !isChoice(decision)) return { who: name, what: vacancy ?? '' };
  if (name === null && vacancy === null) return { who: words || 'A change of yours', what: fields };
  return name === null
    ? { who: vacancy ?? '', what: fields }
    : { who: name, what: vacancy === null ? fields : `${fields}, ${vacancy}` };
}

/** Everything of a change that was typed or chosen, so that no word of it is lost by dropping it. */
export function wholeText(decision: Decision): string {
  const { who } = aboutWords(decision);
  const lines = [decision.words || who];
  for (const side of decision.sides) {
    const { mine, theirs } = sideWords(decision, side);
    lines.push(`${fieldWords(side)}: mine ${mine}, ${otherWho(side)} ${theirs}`);
  }
  if (decision.reason) lines.push(`Refused: ${decision.reason}`);
  return [...lines, ...typedWords(decision.change)].join('\n');
}

/** What somebody typed into a change, by line. */
export function typedWords(change: CommandDraft | null): readonly string[] {
  const typed = ['note', 'what', 'reason', 'title', 'team', 'body', 'quote', 'name'];
  const { fields, ...args } = (change?.args ?? {}) as Readonly<Record<string, unknown>>;
  const edited = Object.entries((fields ?? {}) as Readonly<Record<string, FieldValue>>);
  return [
    ...typed.flatMap((name) => {
      const value = args[name];
      return typeof value === 'string' && value !== '' ? [value] : [];
    }),
    ...edited.map(
      ([field, value]) =>
        `${fieldWords({ field })}: ${valueWords({ kind: 'vacancy', field }, value)}`,
    ),
  ];
}
