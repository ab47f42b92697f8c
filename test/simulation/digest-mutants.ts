import { CORE, type Mutant, mutant, REPLICA } from './mutant.ts';

/** Faults in comparing with the centre and in the repair after 410. */
export const DIGEST_MUTANTS: readonly Mutant[] = [
  mutant(
    'a copy is compared once and never again',
    `${CORE}/check.ts`,
    'return isSuspect || ageMs >= CHECK_EVERY_MS;',
    'return isSuspect || cursor.checkedMs === undefined;',
  ),
  mutant(
    'two groups that differ are taken for the same',
    `${CORE}/compare.ts`,
    'digests[group] !== ours.value[group]',
    "digests[group] === ('never' as string)",
  ),
  mutant(
    'a row that is too much stays after a comparison',
    `${REPLICA}/compare.ts`,
    'bad.length > 0 ? [] : [...held].filter(([key]) => !items.has(key))',
    'bad.length > 0 ? [] : [...held].filter(() => false)',
  ),
  mutant(
    'somebody who is too much stays after a repair',
    `${REPLICA}/compare.ts`,
    'const isExtra = (id: CandidateId) => bad.length === 0 &&',
    'const isExtra = (id: CandidateId) => bad.length < 0 &&',
  ),
  mutant(
    'a row that differs in its words only is left as it is',
    `${REPLICA}/compare.ts`,
    'before?.epoch === epoch && isSame(stream, before, { kind, id, seq, doc })',
    'before?.epoch === epoch',
  ),
  mutant(
    'a repair is believed without a comparison',
    `${REPLICA}/pool-page.ts`,
    '...(isRepair ? { owed: true } : {}),',
    '',
  ),
];
