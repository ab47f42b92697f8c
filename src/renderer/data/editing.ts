import { useMemo } from 'react';
import { create } from 'zustand';
import type { RecordId } from '#contract/brands.ts';
import type { MutationArgs, MutationKind } from '#contract/mutations.ts';
import type { CommandDraft } from '#contract/queries.ts';

/** A refused change that is being put right in the form it came from. */
export interface Editing<Args> {
  /** What leaves the journal when the form is saved. */
  readonly entry: RecordId;
  readonly args: Args;
}

const useStore = create<{
  readonly now: { readonly entry: RecordId; readonly change: CommandDraft } | null;
}>(() => ({ now: null }));

/** Hands a refused change to the form of its kind; whoever starts it also opens the form. */
export function startEditing(entry: RecordId, change: CommandDraft): void {
  useStore.setState({ now: { entry, change } });
}

/** The form was saved or closed. */
export function stopEditing(): void {
  useStore.setState({ now: null });
}

/**
 * The refused change a form of this kind is to be filled with; null = it starts empty.
 *
 * `about` is the person or vacancy the form is open for: another's change is left alone.
 */
export function useEditing<Kind extends MutationKind>(
  kind: Kind,
  about?: string,
): Editing<MutationArgs[Kind]> | null {
  const now = useStore((state) => state.now);
  return useMemo(() => {
    if (now?.change.kind !== kind) return null;
    const { candidateId, vacancyId } = now.change.args as Readonly<Record<string, unknown>>;
    if (about !== undefined && about !== (candidateId ?? vacancyId)) return null;
    return { entry: now.entry, args: now.change.args as MutationArgs[Kind] };
  }, [now, kind, about]);
}

/** The change being put right, if any: a form over another is drawn anew for it. */
export function useEditedEntry(): RecordId | null {
  return useStore((state) => state.now?.entry ?? null);
}
