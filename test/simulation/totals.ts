import { INVARIANTS } from './invariants.ts';
import { isFaultName } from './weather.ts';

/** Says how often each fault was put in, each promise looked at, and what else happened. */
export function writeTotals(counts: Readonly<Record<string, number>>): readonly string[] {
  const names = Object.keys(counts).sort();
  const rows = (wanted: (name: string) => boolean) =>
    names.filter(wanted).map((name) => `${String(counts[name]).padStart(10)}  ${name}`);
  const isCheck = (name: string) => name.startsWith('checked ');
  return [
    'Faults put in:',
    ...rows(isFaultName),
    'What happened:',
    ...rows((name) => !isFaultName(name) && !isCheck(name)),
    'Promises (sync.md 6.1), and how often each was looked at:',
    ...INVARIANTS.map(({ id, says, elsewhere }) => {
      const times = counts[`checked ${id}`] ?? 0;
      const looked = times > 0 ? String(times).padStart(10) : '         -';
      return `${looked}  ${id} ${says}${elsewhere === undefined ? '' : ` (${elsewhere})`}`;
    }),
  ];
}
