import type { RecruiterRole } from '#contract/vocabulary.ts';
import { useSession } from './data-context.tsx';
import { useQuery } from './use-query.ts';

const READERS: readonly RecruiterRole[] = ['viewer', 'auditor', 'programme_admin'];

/** Why nothing new can be started now, in words; null when it can (rules DM1, DM2). */
export function useReadOnly(): string | null {
  const session = useSession();
  const programme = useQuery('programme.read', {}, ['programme']);
  if (session?.is !== 'signed-in') return 'Sign in first';
  if (READERS.includes(session.recruiter.role)) return 'Your account can read but not change';
  const status = (programme.value ?? session.programme).status;
  if (status === 'closed') return 'The programme is closed';
  if (status === 'planned') return 'The programme has not opened yet';
  return null;
}
