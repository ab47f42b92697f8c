import type { RecruiterRole } from '#contract/vocabulary.ts';
import { plural } from '#renderer/ui/dates.ts';
import { useSession, useSync } from './data-context.tsx';
import { useQuery } from './use-query.ts';

const READERS: readonly RecruiterRole[] = ['viewer', 'auditor', 'programme_admin'];

/** Why nothing new can be started now, in words; null when it can (rules DM1, DM2). */
export function useReadOnly(): string | null {
  const session = useSession();
  const sync = useSync();
  const programme = useQuery('programme.read', {}, ['programme']);
  const mayNot = useMayNotWrite();
  if (mayNot !== null || session?.is !== 'signed-in') return mayNot;
  const status = (programme.value ?? session.programme).status;
  if (status === 'closed') return 'The programme is closed';
  if (status === 'planned') return 'The programme has not opened yet';
  const isOld = sync?.lease.is === 'read-only' || sync?.lease.is === 'locked';
  return isOld ? `This laptop has not synced for ${plural(sync.lease.days, 'day')}` : null;
}

/** Why this account may change nothing, not even record a wish to be left alone (rule Y5). */
export function useMayNotWrite(): string | null {
  const session = useSession();
  if (session?.is !== 'signed-in') return 'Sign in first';
  return READERS.includes(session.recruiter.role) ? 'Your account can read but not change' : null;
}
