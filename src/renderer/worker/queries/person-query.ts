import type { CandidateId } from '#contract/brands.ts';
import type { PersonView, Shown } from '#contract/queries.ts';
import { cardOf } from './card-of.ts';
import { readElsewhere } from './elsewhere-query.ts';
import { councilBase, from, type QueryContext } from './query-context.ts';
import { timelineOf } from './timeline.ts';

/** Reads everything about one person: the page opens one bucket (decision Q5). */
export async function readPersonView(context: QueryContext, id: CandidateId): Promise<PersonView> {
  const { owner, replica, shown } = context;
  const candidate = await replica.readPerson(id);
  const card = cardOf(context, id, from(councilBase(owner)));
  if (!candidate || !card) {
    return replica.hasWithdrawn(id) ? { is: 'withdrawn', on: null } : { is: 'not-held' };
  }
  const isAbout = (record: { readonly candidateId: CandidateId }) => record.candidateId === id;
  const contacts = shown.all('contact').filter(({ record }) => isAbout(record));
  const followUps = shown.all('follow-up').filter(({ record }) => isAbout(record));
  const onLists = shown
    .all('shortlist-entry')
    .filter(({ record }) => isAbout(record))
    .flatMap((entry) => {
      const vacancy = shown.get('vacancy', entry.record.vacancyId);
      return vacancy ? [{ vacancy: vacancy.record, entry }] : [];
    });
  const doNotContact = shown.get('do-not-contact', id);
  return {
    is: 'held',
    candidate,
    card,
    alike: context.people.alike(id),
    timeline: timelineOf({ candidate, contacts, followUps, onLists, doNotContact }),
    // Total orders: two laptops got the rows in different orders, and must show the same.
    contacts: [...contacts].sort((a, b) => b.record.at.localeCompare(a.record.at) || byId(a, b)),
    followUps: [...followUps].sort(
      (a, b) => a.record.dueOn.localeCompare(b.record.dueOn) || byId(a, b),
    ),
    onLists: onLists
      .filter(({ entry }) => !entry.record.removed)
      .sort((a, b) => a.vacancy.ref.localeCompare(b.vacancy.ref) || byId(a.entry, b.entry)),
    doNotContact,
    elsewhere: readElsewhere(context, id),
  };
}

function byId(a: Shown<{ readonly id: string }>, b: Shown<{ readonly id: string }>): number {
  return a.record.id.localeCompare(b.record.id);
}
