import { useCallback } from 'react';
import type { Decision } from '#contract/decision.ts';
import type { Failure } from '#contract/errors.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import { usePlatform } from './data-context.tsx';
import { aboutWords, inForce, sideWords, wholeText } from './decision-words.ts';
import { useSave } from './use-save.ts';

/** Tells what was done, with a way back. */
export type Say = (words: string, undo?: () => void) => void;

/** What can be done about a decision; each answers whether it is settled. */
export interface Deciding {
  /** Lets it be as it is. */
  readonly keep: (decision: Decision) => Promise<boolean>;
  /** Makes it the other way: mine again, or theirs back. */
  readonly other: (decision: Decision) => Promise<boolean>;
  readonly copy: (decision: Decision) => Promise<boolean>;
}

/** Settles what only this recruiter can settle, and says what came of it. */
export function useDecide(say: Say, failureWords: (failure: Failure) => string): Deciding {
  const platform = usePlatform();
  const save = useSave();

  const keep = useCallback<Deciding['keep']>(
    async (decision) => {
      const { settle } = decision;
      const words = keptWords(decision);
      const undone = (result: { ok: true } | { ok: false; error: Failure }) =>
        say(
          result.ok
            ? `Back for you to decide: ${aboutWords(decision).who}`
            : failureWords(result.error),
        );
      if ('draft' in settle) {
        const saved = await save([settle.draft]);
        if (!saved.ok) {
          say(failureWords(saved.error));
          return false;
        }
        say(words, () => void saved.value.undo().then(undone));
        return true;
      }
      const { entry: id } = settle;
      const gone = await platform.request('journal.let-go', { id });
      if (!gone.ok) {
        say(failureWords(gone.error));
        return false;
      }
      say(words, () => void platform.request('journal.put-back', { id }).then(undone));
      return true;
    },
    [platform, save, say, failureWords],
  );

  const other = useCallback<Deciding['other']>(
    async (decision) => {
      const { other: way, settle } = decision;
      if (!way) return false;
      const instead = 'entry' in settle ? settle.entry : undefined;
      const saved = await save(way.drafts, instead);
      if (!saved.ok) {
        say(failureWords(saved.error));
        return false;
      }
      say(otherWords(decision), () => {
        void saved.value.undo().then((result) => {
          say(result.ok ? `Taken back: ${aboutWords(decision).who}` : failureWords(result.error));
        });
      });
      return true;
    },
    [save, say, failureWords],
  );

  const copy = useCallback<Deciding['copy']>(
    async (decision) => {
      const done = await navigator.clipboard.writeText(wholeText(decision)).then(
        () => true,
        () => false,
      );
      say(done ? 'Copied.' : 'It could not be copied. Select the words and copy them instead.');
      return done;
    },
    [say],
  );

  return { keep, other, copy };
}

function keptWords(decision: Decision): string {
  const { who } = aboutWords(decision);
  const [side] = decision.sides;
  if (!side || !isChoice(decision)) return `Discarded: ${decision.words}`;
  const { mine, theirs } = sideWords(decision, side);
  if (inForce(decision, side) === 'mine') return `Kept yours for ${who}: ${mine}`;
  return `Kept theirs for ${who}: ${theirs}`;
}

function otherWords(decision: Decision): string {
  const { who } = aboutWords(decision);
  const [side] = decision.sides;
  if (!side || !isChoice(decision)) return `Sent again: ${decision.words}`;
  const { mine, theirs } = sideWords(decision, side);
  return decision.other?.is === 'theirs-back'
    ? `Put back for ${who}: ${theirs}`
    : `Made again for ${who}: ${mine}`;
}
