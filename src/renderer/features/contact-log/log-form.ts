import type { CandidateId } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';
import {
  type Channel,
  LEAVE_ALONE_OUTCOMES,
  OUTCOMES_NEEDING_FOLLOW_UP,
  type Outcome,
} from '#contract/vocabulary.ts';
import { isoInstant } from '#core/domain/days.ts';
import type { When } from '#core/domain/when-words.ts';
import type { FormError } from '#renderer/ui/error-summary.tsx';
import { outcomeWords } from './outcomes.ts';

type Contact = MutationArgs['contact.log'];

/** What the panel holds; as JSON it is the draft. */
export interface LogForm {
  readonly outcome: Outcome | null;
  readonly channel: Channel;
  readonly direction: 'out' | 'in';
  readonly note: string;
  readonly next: string;
  readonly promise: boolean;
}

export const EMPTY_FORM: LogForm = {
  outcome: null,
  channel: 'phone',
  direction: 'out',
  note: '',
  next: '',
  promise: false,
};

const NO_NEXT =
  'They asked to be left alone, so no follow-up can be set: clear this to save the rest';

/** Ids of the fields, for the error summary. */
export const FIELDS = { outcome: 'log-outcome', next: 'log-next' } as const;

/**
 * What must be put right before it can be saved.
 *
 * `isBlocked`: they asked this council to be left alone before. A day to ring them again is
 * then asked about, so that neither the day nor the contact goes without a word.
 */
export function checkLog(
  form: LogForm,
  when: When | null,
  isBlocked = false,
): readonly FormError[] {
  if (form.outcome === null) return [{ field: FIELDS.outcome, words: 'Select what happened' }];
  const isLeftAlone = isBlocked || LEAVE_ALONE_OUTCOMES.includes(form.outcome);
  if (isLeftAlone && form.next.trim() !== '') return [{ field: FIELDS.next, words: NO_NEXT }];
  if (isLeftAlone) return [];
  const needsNext = OUTCOMES_NEEDING_FOLLOW_UP.includes(form.outcome);
  if (needsNext && !when)
    return [{ field: FIELDS.next, words: 'Enter when to ring them again, for example thu 2pm' }];
  if (form.next.trim() !== '' && !when)
    return [{ field: FIELDS.next, words: 'Enter a day to come, for example thu 2pm, or clear it' }];
  return [];
}

/** Fills the panel with a contact that was refused. */
export function formOf(contact: Contact): LogForm {
  const { outcome, channel, direction, note = '' } = contact;
  return { ...EMPTY_FORM, outcome, channel, direction, note };
}

/**
 * The changes one save makes: the contact and, with a day, the follow-up.
 *
 * A contact that was refused keeps its id and when it happened.
 */
export function draftsOf(
  form: LogForm & { readonly outcome: Outcome },
  parts: {
    readonly personId: CandidateId;
    readonly was?: Contact | undefined;
    readonly when: When | null;
    readonly nowMs: number;
    readonly newId: () => CommandDraftId;
  },
): readonly CommandDraft[] {
  const { personId, when, nowMs, newId, was } = parts;
  const note = form.note.trim();
  const contact: CommandDraft = {
    kind: 'contact.log',
    args: {
      id: was?.id ?? newId(),
      candidateId: personId,
      at: was?.at ?? isoInstant(nowMs),
      ...(was?.vacancyId ? { vacancyId: was.vacancyId } : {}),
      ...(was?.correctionOf ? { correctionOf: was.correctionOf } : {}),
      channel: form.channel,
      direction: form.direction,
      outcome: form.outcome,
      ...(note === '' ? {} : { note }),
    },
  };
  if (!when) return [contact];
  return [
    contact,
    {
      kind: 'follow-up.set',
      args: {
        id: newId(),
        candidateId: personId,
        what: form.promise ? 'Ring as promised' : `Ring again: ${outcomeWords(form.outcome)}`,
        dueOn: when.dueOn,
        ...(when.dueTime ? { dueTime: when.dueTime } : {}),
        promise: form.promise,
      },
    },
  ];
}

type CommandDraftId = Extract<CommandDraft, { kind: 'contact.log' }>['args'] extends {
  id: infer Id;
}
  ? Id
  : never;

/** Reads a draft back; anything unexpected is an empty form. */
export function parseDraft(saved: string): LogForm {
  try {
    const read = JSON.parse(saved) as Partial<LogForm> | null;
    if (typeof read !== 'object' || read === null) return EMPTY_FORM;
    return {
      ...EMPTY_FORM,
      ...(typeof read.note === 'string' ? { note: read.note } : {}),
      ...(typeof read.next === 'string' ? { next: read.next } : {}),
      ...(read.direction === 'in' ? { direction: 'in' as const } : {}),
      ...(read.promise === true ? { promise: true } : {}),
    };
  } catch {
    return EMPTY_FORM;
  }
}
