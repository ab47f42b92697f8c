import type { PersonView, TimelineItem } from '#contract/queries.ts';
import { CHANNEL_LABELS, OUTCOME_LABELS, STAGE_LABELS } from '#contract/vocabulary-labels.ts';

type Held = Extract<PersonView, { is: 'held' }>;
type Sources = Pick<Held, 'candidate' | 'contacts' | 'followUps' | 'onLists' | 'doNotContact'>;

/** A person's history, newest first; ties keep a fixed order so that nothing jumps. */
export function timelineOf(sources: Sources): readonly TimelineItem[] {
  const { candidate, contacts, followUps, onLists, doNotContact } = sources;
  const items: TimelineItem[] = [
    ...contacts.map(contactItem),
    ...onLists.flatMap(stageItems),
    ...followUps.flatMap(followUpItems),
    system(`${candidate.id} came`, candidate.registeredInterestAt, 'Came forward to the programme'),
    ...(candidate.firstSpokenOn
      ? [system(`${candidate.id} heard`, candidate.firstSpokenOn, 'First spoken to by a council')]
      : []),
  ];
  if (doNotContact) {
    const { record, notSentYet } = doNotContact;
    items.push({
      id: `${record.id} do-not-contact`,
      type: 'do-not-contact',
      at: record.at,
      title: 'Must not be contacted by this council',
      by: record.by.name,
      body: record.reason || null,
      notSentYet,
    });
  }
  return items.sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}

function contactItem({ record, notSentYet }: Held['contacts'][number]): TimelineItem {
  const channel = CHANNEL_LABELS[record.channel];
  const outcome = OUTCOME_LABELS[record.outcome].toLowerCase();
  const direction = record.direction === 'in' ? ', from them' : '';
  return {
    id: record.id,
    type: 'contact',
    at: record.at,
    title: `${contactPrefix(record)}${channel}${direction}: ${outcome}`,
    by: record.by.name,
    body: record.undone ? 'Logged by mistake, and taken back.' : (record.note ?? null),
    notSentYet,
  };
}

function contactPrefix({ correctionOf, undone }: Held['contacts'][number]['record']): string {
  if (undone) return 'Undone: ';
  return correctionOf ? 'Correction: ' : '';
}

function stageItems({ vacancy, entry }: Held['onLists'][number]): readonly TimelineItem[] {
  return entry.record.history.map((move, index) => {
    const isLast = index === entry.record.history.length - 1;
    const isRemoval = isLast && entry.record.removed;
    return {
      id: `${entry.record.id} ${index}`,
      type: 'stage',
      at: move.at,
      title: `${move.undone ? 'Undone: ' : ''}${
        isRemoval
          ? `Taken off the shortlist for ${vacancy.ref}`
          : move.from === undefined
            ? `Added to the shortlist for ${vacancy.ref}: ${STAGE_LABELS[move.to]}`
            : `${STAGE_LABELS[move.to]} for ${vacancy.ref}`
      }`,
      by: move.by.name,
      body: move.reason ?? null,
      notSentYet: isLast && entry.notSentYet,
    };
  });
}

/** "27 November 2026". */
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function followUpItems({ record, notSentYet }: Held['followUps'][number]): readonly TimelineItem[] {
  const what = record.promise ? 'Promise' : 'Follow-up';
  const set: TimelineItem = {
    id: record.id,
    type: 'follow-up',
    at: record.createdAt,
    title: `${what} for ${LONG_DAY.format(new Date(record.dueOn))}: ${record.what}`,
    by: record.owner.name,
    body: null,
    notSentYet: notSentYet && !record.done,
  };
  if (!record.done) return [set];
  const { at, by, undone } = record.done;
  const title = `${what} ${undone ? 'taken back' : 'done'}: ${record.what}`;
  return [
    set,
    { id: `${record.id} done`, type: 'follow-up', at, title, by: by.name, body: null, notSentYet },
  ];
}

function system(id: string, at: TimelineItem['at'], title: string): TimelineItem {
  return { id, type: 'system', at, title, by: null, body: null, notSentYet: false };
}
