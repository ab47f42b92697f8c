import type { FindQuery } from '#contract/find-query.ts';
import type { DueFollowUp, TodayView } from '#contract/queries.ts';
import { daysBetween, londonDay } from '#core/domain/days.ts';
import { wasSpoken } from '#core/domain/decide-contact.ts';
import { readDecisions } from './decisions.ts';
import { readNewestElsewhere, readOverlaps } from './elsewhere-query.ts';
import { firstCards } from './find-queries.ts';
import { pendingChanges } from './pending-changes.ts';
import { councilBase, nameOf, type QueryContext } from './query-context.ts';

/** Rows of the first group; the rest are one key press away, in Find. */
const UNHEARD_ROWS = 8;
/** Beyond this nobody is in reach by not having stated a limit. */
const REACH_MILES = 40;

/** Reads Today: what is needed first, first. */
export function readToday(context: QueryContext): TodayView {
  const { owner, people, shown, today } = context;
  const query = unheardInReach(context);
  const unheard = firstCards(context, query, UNHEARD_ROWS);
  const mine = shown
    .all('contact')
    .filter(({ record }) => record.by.id === owner.recruiterId && londonDay(record.at) === today);
  return {
    today,
    followUps: dueFollowUps(context),
    unheard: {
      total: unheard.total,
      longestDays: Math.max(0, ...unheard.rows.map((card) => card.unheardDays ?? 0)),
      rows: unheard.rows,
      query,
    },
    overlaps: readOverlaps(context),
    notSent: pendingChanges(context),
    decisions: readDecisions(context),
    doneToday: {
      contacts: mine.length,
      spoken: mine.filter(({ record }) => wasSpoken(record)).length,
    },
    people: people.size,
  };
}

/** People in our reach nobody has spoken to: tried is not heard. */
export function unheardInReach({ owner }: Pick<QueryContext, 'owner'>): FindQuery {
  return {
    text: '',
    facets: { heard: ['unheard', 'tried'] },
    near: { ...councilBase(owner), radiusMiles: REACH_MILES },
    order: 'longest_unheard',
    includeHidden: false,
  };
}

/** This recruiter's follow-ups that are due, the oldest first, promises before the rest. */
function dueFollowUps(context: QueryContext): readonly DueFollowUp[] {
  const { owner, shown, today } = context;
  const due = shown.all('follow-up').filter(
    ({ record }) =>
      !record.done &&
      record.dueOn <= today &&
      record.owner.id === owner.recruiterId &&
      // Whoever asked to be left alone is not to be rung, whatever was promised before.
      shown.get('do-not-contact', record.candidateId) === null,
  );
  const elsewhere = readNewestElsewhere(
    context,
    due.map(({ record }) => record.candidateId),
  );
  return due
    .map((followUp) => ({
      followUp,
      name: nameOf(context, followUp.record.candidateId),
      overdueDays: daysBetween(followUp.record.dueOn, today),
      elsewhere: elsewhere.get(followUp.record.candidateId) ?? null,
    }))
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

function orderOf({ followUp: { record } }: DueFollowUp): string {
  const { dueOn, promise, dueTime, id } = record;
  return [dueOn, promise ? 0 : 1, dueTime ?? '99', id].join(' ');
}
