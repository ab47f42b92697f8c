import { useQuery } from '#renderer/data/use-query.ts';

/** What is due or needs a decision today, for the rail. */
export function useTodayCount(): number | null {
  const today = useQuery('today.read', {}, ['people', 'work']).value;
  return today ? today.followUps.length + today.decisions.length : null;
}
