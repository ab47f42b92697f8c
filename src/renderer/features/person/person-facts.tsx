import type { ReactNode } from 'react';
import type { Candidate } from '#contract/records/candidate.ts';
import {
  ANNOTATION_LABELS,
  CHANNEL_LABELS,
  DBS_LABELS,
  EMPLOYMENT_LABELS,
  HOURS_LABELS,
  PRACTICE_EDUCATOR_LABELS,
  ROLE_LABELS,
} from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatAgo, formatDay, formatMonth, londonParts, plural } from '#renderer/ui/dates.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import text from '#renderer/ui/text.module.css';
import type { HeldPerson } from './held-person.ts';
import styles from './person-screen.module.css';
import type { Reveal } from './use-reveal.ts';

const AREA_LABELS: ReadonlyMap<string, string> = new Map(
  SPECIALISMS.map((area) => [area.id, area.label]),
);

/** What they told us and what the register says, each with its date. */
export function PersonFacts({
  person,
  reveal,
}: {
  readonly person: HeldPerson;
  readonly reveal: Reveal;
}) {
  const { candidate } = person;
  const today = londonParts(Date.now())[0];
  const told = `Told us ${formatDay(candidate.confirmedOn)}`;
  return (
    <div className={styles.below}>
      {person.alike.length > 0 ? (
        <p className={text.inset}>
          {plural(person.alike.length, 'other entry', 'other entries')} could be the same person:
          see Record.
        </p>
      ) : null}
      <Facts
        facts={[
          { label: 'Can do', value: areas(candidate), source: ROLE_LABELS[candidate.roleGroup] },
          {
            label: 'Annotations',
            value: listOr(
              candidate.annotations.map((each) => ANNOTATION_LABELS[each]),
              'None',
            ),
            source: candidate.registerCheckedOn
              ? `From the register, ${formatDay(candidate.registerCheckedOn)}`
              : 'Not checked against the register',
          },
          {
            label: 'Last practised',
            value: candidate.lastPractisedOn
              ? `${formatMonth(candidate.lastPractisedOn)}, ${formatAgo(`${candidate.lastPractisedOn}-01`, today)}`
              : unknown('when they last practised'),
            source: candidate.yearsPostQualifying
              ? `${candidate.yearsPostQualifying} years since qualifying. ${told}`
              : told,
          },
          { label: 'Available', value: available(candidate, today), source: told },
          { label: 'Wants', value: wants(candidate), source: told },
          { label: 'Travel', value: travel(candidate), source: told },
          {
            label: 'Systems',
            value: listOr(candidate.caseSystems, null) ?? unknown('which case systems they know'),
            source:
              candidate.practiceEducator === 'none'
                ? null
                : PRACTICE_EDUCATOR_LABELS[candidate.practiceEducator],
          },
          {
            label: 'DBS',
            value: candidate.dbsDeclared
              ? DBS_LABELS[candidate.dbsDeclared]
              : unknown('their DBS certificate'),
            source: candidate.dbsDeclared ? `${told}, not seen by us` : null,
          },
          ...contactFacts(candidate, reveal),
          {
            label: 'Told us',
            value: `${formatDay(candidate.confirmedOn)}, ${formatAgo(candidate.confirmedOn, today)}`,
          },
        ]}
      />
    </div>
  );
}

function contactFacts(candidate: Candidate, reveal: Reveal) {
  const prefers = `Prefers ${CHANNEL_LABELS[candidate.preferredContact].toLowerCase()}${candidate.bestTimes ? `. ${candidate.bestTimes}` : ''}`;
  if (!reveal.isShown)
    return [
      {
        label: 'Phone, email',
        value: (
          <span className={text.actions}>
            <Button look="second" small onPress={() => void reveal.show()} reason={reveal.reason}>
              Show contact details
            </Button>
          </span>
        ),
        source: `${prefers}. Showing them is recorded`,
      },
    ];
  return [
    { label: 'Phone', value: candidate.phone ?? unknown('their phone number'), source: prefers },
    { label: 'Email', value: candidate.email ?? unknown('their email address') },
  ];
}

/** Never blank: "Not known", with a way to ask. */
function unknown(what: string): ReactNode {
  return (
    <>
      Not known.{' '}
      <button
        type="button"
        className={styles.ask}
        aria-label={`Ask about ${what}`}
        onClick={() => runAction('contact.log')}
      >
        Ask
      </button>
    </>
  );
}

function listOr<Otherwise>(words: readonly string[], otherwise: Otherwise): string | Otherwise {
  return words.length === 0 ? otherwise : words.join(', ');
}

function areas(candidate: Candidate): string {
  return candidate.specialisms.map((area) => AREA_LABELS.get(area) ?? area).join(', ');
}

function available(candidate: Candidate, today: string): ReactNode {
  if (candidate.programmeState === 'placed') return 'In post through the programme';
  if (candidate.programmeState === 'paused') return 'Paused at their own wish';
  const { availableFrom } = candidate;
  if (!availableFrom) return unknown('when they are available');
  return availableFrom <= today ? 'Now' : `From ${formatDay(availableFrom)}`;
}

function wants(candidate: Candidate): ReactNode {
  const { minHoursPerWeek: least, maxHoursPerWeek: most } = candidate;
  const hours =
    least !== undefined && most !== undefined && least !== most
      ? `${least} to ${most} hours a week`
      : (most ?? least) !== undefined
        ? `${most ?? least} hours a week`
        : null;
  const parts = [
    hours,
    ...candidate.hours.map((each) => HOURS_LABELS[each]),
    ...candidate.employmentTypes.map((each) => EMPLOYMENT_LABELS[each]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? unknown('the hours they want') : sentenceCase(parts.join(', '));
}

function travel(candidate: Candidate): ReactNode {
  const limit = candidate.maxTravelMiles;
  const parts = [
    limit === undefined ? null : limit === 999 ? 'any distance' : `${limit} miles`,
    candidate.canTravelForVisits ? 'can travel for visits' : null,
    candidate.willRelocate ? 'would relocate' : null,
    candidate.remoteOk ? 'remote work is fine' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? unknown('how far they travel') : sentenceCase(parts.join(', '));
}

function sentenceCase(words: string): string {
  const lower = words.replace(
    /, ([A-Z])(?=[a-z])/g,
    (_, letter: string) => `, ${letter.toLowerCase()}`,
  );
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
