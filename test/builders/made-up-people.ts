import type { CandidateId, IsoDate, IsoInstant } from '#contract/brands.ts';
import type { Card } from '#contract/find-answer.ts';
import type { PersonView } from '#contract/queries.ts';
import { aCandidate, anId, ROSA, TUESDAY } from './records.ts';

const GIVEN = ['Priya', 'Tom', 'Marian', 'Gwen', 'Idris', 'Nell', 'Kofi', 'Ruth', 'Sunil', 'Hana'];
const FAMILY = ['Nair', 'Beck', 'Osei', 'Pryce', 'Vaughan', 'Ashby', 'Danso', 'Ellery', "O'Shea"];
const WHY = ['AMHP, free now', 'Child protection, free now', 'Adults and hospital, from 6 July'];

/** A row as the worker would draw it. */
export function aCard(index: number): Card {
  return {
    id: anId<CandidateId>(index + 1),
    name: `${GIVEN[index % 10]} ${FAMILY[index % 9]}`,
    ref: `SWT-${index}`,
    registrationNumber: 'SW9104387',
    why: WHY[index % 3] ?? '',
    town: 'Hythe',
    distanceMiles: (index * 7) % 31,
    willTravelMiles: 15,
    availability: 'Available now',
    registrationStatus: 'Registered',
    unheardDays: Math.max(0, 23 - Math.floor(index / 2)),
    ours: 'never',
    shortlistedFor: [],
    notSentYet: index === 3,
    twoEdits: index === 2 ? 'record stage' : null,
  };
}

/** A person as the Person screen reads them. */
export function aPerson(id: CandidateId): PersonView & { is: 'held' } {
  const card = { ...aCard(0), id };
  return {
    is: 'held',
    candidate: aCandidate({
      id,
      annotations: ['AMHP'],
      specialisms: ['cin_cp', 'court'],
      phone: '07700 900123',
      email: 'priya.nair@example.org',
      lastPractisedOn: '2023-03' as never,
      minHoursPerWeek: 22.5,
      availableFrom: '2026-05-01' as IsoDate,
    }),
    card,
    alike: [],
    timeline: [
      {
        id: '1',
        type: 'contact',
        at: TUESDAY,
        title: 'Note',
        by: ROSA.name,
        body: 'Prefers text. Ask about Saturdays.',
        notSentYet: true,
      },
      {
        id: '2',
        type: 'system',
        at: '2026-06-02' as IsoDate,
        title: 'Register checked by the centre',
        by: null,
        body: null,
        notSentYet: false,
      },
      {
        id: '3',
        type: 'system',
        at: '2026-03-12T14:04:00.000Z' as IsoInstant,
        title: 'Registered interest',
        by: null,
        body: null,
        notSentYet: false,
      },
    ],
    contacts: [],
    followUps: [],
    onLists: [],
    doNotContact: null,
    elsewhere: null,
  };
}
