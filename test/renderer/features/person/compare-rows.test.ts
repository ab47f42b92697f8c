import { expect, test } from 'vitest';
import type { MatchView } from '#contract/queries.ts';
import { matchCard } from '#core/domain/match-card.ts';
import { compareRows } from '#renderer/features/person/compare-rows.ts';
import { aCard } from '#test/builders/made-up-people.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';

const vacancy = aVacancy({ hoursPerWeek: 37 });
const TODAY = '2026-06-09' as const;

function compared(
  over: Parameters<typeof aCandidate>[0],
  index: number,
): MatchView['people'][number] {
  const candidate = aCandidate({ id: anId(index), ...over });
  const lines = matchCard({ person: candidate, vacancy, miles: 5, from: TODAY as never });
  return { candidate, card: aCard(index), lines };
}

test('what the post asks comes first, of it and of the facts what differs', () => {
  const rows = compareRows({
    vacancy,
    rules: 1,
    people: [
      compared({ maxHoursPerWeek: 22.5 }, 1),
      compared({ maxHoursPerWeek: 40, minHoursPerWeek: 16 }, 2),
    ],
  });
  const matches = rows.filter(({ id }) => id.startsWith('match '));
  expect(rows.slice(0, matches.length)).toEqual(matches);
  for (const group of [matches, rows.slice(matches.length)]) {
    const firstSame = group.findIndex(({ differs }) => !differs);
    expect(group.slice(firstSame).every(({ differs }) => !differs)).toBe(true);
  }
  expect(rows[0]?.values).toEqual([
    '− not met: Up to 22.5 hours. Would meet it at 22.5 hours a week',
    '+ met: 16 to 40 hours',
  ]);
});

test('nothing about anybody is a protected characteristic, and no score is given', () => {
  const rows = compareRows({ vacancy: null, rules: 1, people: [compared({}, 1), compared({}, 2)] });
  const words = rows.map(({ label }) => label.toLowerCase()).join(' ');
  expect(words).not.toMatch(/age|sex|ethnic|relig|disab|language|score|percent/);
});
