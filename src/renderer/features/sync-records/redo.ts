import type { RecordId } from '#contract/brands.ts';
import type { Decision } from '#contract/decision.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import { startEditing } from '#renderer/data/editing.ts';
import { findAddress } from '#renderer/data/find-address.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { addressOf, go } from '#renderer/ui/place.ts';

/** How a refused change is put right. */
export type Redo =
  /** A dialog over the cards, filled with it. */
  | { readonly is: 'dialog' }
  /** The form it came from, filled with it. */
  | { readonly is: 'form'; readonly open: () => void }
  /** Nothing of it was typed or chosen: the place where it can be done anew. */
  | { readonly is: 'place'; readonly words: string; readonly address: string };

/** Says how a change is put right; null = it was not refused, or there is no such place. */
export function redoOf(decision: Decision): Redo | null {
  const { change, settle } = decision;
  if (!change || !('entry' in settle)) return null;
  const draft = change as MutationDraft;
  return formOf(decision, draft, settle.entry) ?? placeOf(decision, draft);
}

function formOf(
  { name, candidateId, vacancyId }: Decision,
  draft: MutationDraft,
  entry: RecordId,
): Redo | null {
  const { kind, args } = draft;
  const form = (show: () => void): Redo => ({
    is: 'form',
    open() {
      startEditing(entry, draft);
      show();
    },
  });
  const panel = (action: string): Redo | null =>
    name === null || candidateId === null
      ? null
      : form(() => void runAction(action, [{ id: candidateId, label: name }]));
  const screen = (address: string) => form(() => go(address));
  switch (kind) {
    case 'shortlist.move':
    case 'shortlist.remove':
    case 'do-not-contact.set':
      return name === null ? null : { is: 'dialog' };
    case 'contact.log':
      return panel('contact.log');
    case 'follow-up.set':
      return panel('follow-up.add');
    case 'person.dismiss':
      return args.dismissed ? panel('person.leave-out') : null;
    case 'vacancy.create':
      return screen(addressOf('/vacancies'));
    case 'vacancy.edit': {
      const { status: _status, ...typed } = args.fields;
      const isTyped = vacancyId !== null && Object.keys(typed).length > 0;
      return isTyped ? screen(addressOf(`/vacancies/${vacancyId}`)) : null;
    }
    case 'story.submit':
      return screen(addressOf('/stories'));
    case 'search.save':
      return screen(findAddress(args.query));
    case 'shortlist.add':
    case 'follow-up.done':
    case 'follow-up.reopen':
    case 'overlap.settle':
    case 'search.remove':
    case 'search.look':
    case 'person.see':
    case 'conflict.settle':
    case 'audit.record':
    case 'noop':
      return null;
  }
}

function placeOf({ candidateId, vacancyId }: Decision, { kind, args }: MutationDraft): Redo | null {
  const place = (words: string, address: string): Redo => ({ is: 'place', words, address });
  if (kind === 'search.remove' || kind === 'search.look') {
    return place('Go to the saved search', addressOf('/find', { search: args.searchId }));
  }
  if (vacancyId !== null && kind.startsWith('shortlist.')) {
    return place('Go to the shortlist', addressOf(`/vacancies/${vacancyId}`));
  }
  if (candidateId !== null) return place('Go to the person', addressOf(`/person/${candidateId}`));
  if (vacancyId !== null) return place('Go to the vacancy', addressOf(`/vacancies/${vacancyId}`));
  return kind === 'vacancy.edit' ? place('Go to the vacancies', addressOf('/vacancies')) : null;
}
