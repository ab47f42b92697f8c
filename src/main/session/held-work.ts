import type { RecruiterId } from '#contract/brands.ts';
import { fail, type Result } from '#contract/errors.ts';
import type { PutAside } from '#contract/sync-state.ts';
import type { KeptSession } from './kept-session.ts';

/** Work on this device that would go with it. */
export interface HeldWork {
  /** Changes that the centre does not have. */
  readonly notSent: number;
  /** Changes that crossed a colleague's and wait for a decision. */
  readonly undecided: number;
  readonly putAside: readonly PutAside[];
}

/** How much of it there is, for a question before it is dropped; zero when nothing is lost. */
export function countLost({ notSent, putAside }: Omit<HeldWork, 'undecided'>): number {
  return putAside.reduce((sum, { changes }) => sum + changes, notSent);
}

/**
 * Says why a recruiter may not sign in here; null = they may.
 *
 * Nobody's work is ever sent under another name, nor dropped for somebody else's sake.
 * `unknownWork` is told where a file does not say whose it is: the person decides.
 */
export function whyNotSignIn(
  subject: string | null,
  here: {
    /** Whose work and data this device holds. */
    readonly holder: RecruiterId | null;
    readonly kept: KeptSession | null;
    readonly held: HeldWork;
    /** What nobody knows the owner of may go. */
    readonly dropsUnknown: boolean;
  },
): Extract<Result<never>, { ok: false }> | null {
  const { holder, held } = here;
  const nameOf = (owner: RecruiterId | null) =>
    here.kept !== null && here.kept.recruiter.id === owner
      ? here.kept.recruiter.name
      : 'someone else';
  const isOther = holder !== null && holder !== subject;
  if (isOther && held.notSent > 0)
    return fail(
      'RULE_REFUSED',
      `This device holds work of ${nameOf(holder)} that is not sent. They sign in first.`,
    );
  const aside = held.putAside.find(({ owner }) => owner !== null && owner !== subject);
  if (aside) return fail('RULE_REFUSED', asideWords(nameOf(aside.owner), aside.comesBack));
  if (isOther && held.undecided > 0)
    return fail(
      'RULE_REFUSED',
      `Changes of ${nameOf(holder)} crossed a colleague’s and wait for a decision on this device. They sign in and decide first.`,
    );
  if (isOther && held.putAside.length > 0 && !here.dropsUnknown)
    return fail('RULE_REFUSED', UNKNOWN, { details: { unknownWork: true } });
  return null;
}

const UNKNOWN =
  'A damaged file on this device may hold work that is not sent, and it does not say whose. ' +
  'Ask whoever used this device before: if it is theirs, they sign in first. ' +
  'If you sign in now, it is deleted for good.';

function asideWords(whose: string, comesBack: boolean): string {
  return comesBack
    ? `This device holds work of ${whose} that is not sent, in a file that only they can bring back. They sign in first: that brings it back and sends it. Then they sign out.`
    : `This device holds a damaged file with work of ${whose} that may not be sent. They sign in first, tell support about it, and sign out.`;
}
