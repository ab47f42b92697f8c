import type { Presence } from '#contract/records/presence.ts';
import { londonDay } from '#core/domain/days.ts';
import { peopleIn } from '#core/domain/presence.ts';
import type { Verdict } from './judge.ts';
import { livingRows } from './presence.ts';
import type { Stage } from './stage.ts';
import { START_MS } from './world.ts';

const FIELDS = ['councilId', 'half', 'id', 'on', 'promised', 'reached', 'tried'].join();

/**
 * What councils told each other names people, councils and half-days and nothing else, and
 * only contacts that there were (DM16). What laptops hold of it is the same: see I1.
 */
export function judgePresence(stage: Stage): Verdict | null {
  const { centre, laptops } = stage;
  const { memory } = centre;
  const held = laptops.flatMap(({ disk }) =>
    disk.rows('row').flatMap(({ kind, doc }) => (kind === 'presence' ? [doc as Presence] : [])),
  );
  for (const row of [...livingRows(memory), ...held]) {
    if (Object.keys(row).toSorted().join() !== FIELDS) {
      return { rule: 'DM16', what: `a token has the fields ${Object.keys(row).join()}` };
    }
    // By the centre's clock, whatever a laptop believes.
    if (row.on > londonDay(START_MS + centre.nowMs())) {
      return { rule: 'DM16', what: `a contact is told of on ${row.on}, a day to come` };
    }
    const names = peopleIn(row);
    if (new Set(names).size < names.length) return { rule: 'DM16', what: 'a person stands twice' };
    const council = [...(memory.streams.get(`council:${row.councilId}` as never)?.items ?? [])];
    const known = new Set(
      council.flatMap(([, { kind, op, doc }]) =>
        op === 'u' && (kind === 'contact' || kind === 'follow-up')
          ? [(doc as { readonly candidateId: string }).candidateId]
          : [],
      ),
    );
    const unknown = names.find((id) => !known.has(id));
    if (unknown) return { rule: 'DM16', what: `${row.councilId} never contacted ${unknown}` };
  }
  return judgeAllTold(stage);
}

/** What takes tokens away, or makes a contact too old to be told of. */
const TAKES_AWAY = [
  'clock jump',
  'away for 30 days',
  'programme closes',
  'tokens expire',
  'commit lost',
];

/** Every contact the centre holds is told of. */
function judgeAllTold({ centre, world }: Stage): Verdict | null {
  const { memory } = centre;
  if (centre.protocol < 2 || TAKES_AWAY.some((event) => world.counts.has(event))) return null;
  const told = new Set(
    livingRows(memory).flatMap((row) =>
      peopleIn(row).map((id) => `council:${row.councilId} ${id}`),
    ),
  );
  for (const { name, items } of memory.streams.values()) {
    for (const { kind, op, doc } of items.values()) {
      if (kind !== 'contact' || op !== 'u') continue;
      const { candidateId } = doc as { readonly candidateId: string };
      if (told.has(`${name} ${candidateId}`)) continue;
      return { rule: 'DM16', what: `${name} contacted ${candidateId} and nobody is told` };
    }
  }
  return null;
}
