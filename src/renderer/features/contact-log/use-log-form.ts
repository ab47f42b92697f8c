import { useMemo, useState } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { Channel, Outcome } from '#contract/vocabulary.ts';
import type { Editing } from '#renderer/data/editing.ts';
import { useDraft } from '#renderer/data/use-draft.ts';
import { formOf, type LogForm, parseDraft } from './log-form.ts';
import { channelOf } from './outcomes.ts';

type EditedContact = Editing<MutationArgs['contact.log']>;

/** The panel's state: the draft is what was typed, the rest is a matter of one key. */
export function useLogForm(personId: CandidateId, editing: EditedContact | null) {
  const was = editing?.args;
  const draft = useDraft(`contact:${personId}${editing ? `:${editing.entry}` : ''}`);
  const [outcome, setOutcome] = useState<Outcome | null>(was?.outcome ?? null);
  const [chosenChannel, setChannel] = useState<Channel | null>(was?.channel ?? null);
  const typed = useMemo(
    () => (was && !draft.text ? formOf(was) : parseDraft(draft.text ?? '')),
    [draft.text, was],
  );
  const form: LogForm = {
    ...typed,
    outcome,
    channel: chosenChannel ?? (outcome ? channelOf(outcome) : null) ?? 'phone',
  };

  function change(part: Partial<LogForm>) {
    const { outcome: picked, channel, ...words } = part;
    if (picked !== undefined) setOutcome(picked);
    if (channel !== undefined) setChannel(channel);
    if (Object.keys(words).length === 0) return;
    const { note, next, direction, promise } = { ...typed, ...words };
    draft.write(JSON.stringify({ note, next, direction, promise }));
  }

  const hasWords = typed.note !== '' || typed.next !== '';
  return { form, change, kept: hasWords ? draft.kept : null, forget: draft.forget };
}
