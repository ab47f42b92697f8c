import { formatDay, formatMoment } from '#renderer/ui/dates.ts';
import { Facts } from '#renderer/ui/facts.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import type { HeldPerson } from './held-person.ts';
import styles from './person-screen.module.css';

const ALIKE_WORDS = {
  registration: 'the same registration number',
  phone: 'the same telephone number',
  name: 'the same name in the same town',
} as const;

/** Where what we hold comes from, for the day they ask to see it. */
export function PersonRecord({ person }: { readonly person: HeldPerson }) {
  const { candidate, contacts, alike } = person;
  return (
    <div className={styles.below}>
      <Facts
        facts={[
          { label: 'Reference', value: candidate.ref, source: 'Shown instead of the name' },
          {
            label: 'Registered interest',
            value: formatMoment(candidate.registeredInterestAt),
            source: 'With the programme, by themselves',
          },
          {
            label: 'Last confirmed',
            value: formatDay(candidate.confirmedOn),
            source: 'By themselves',
          },
          {
            label: 'Register',
            value: candidate.registrationNumber ?? 'No number given',
            source: candidate.registerCheckedOn
              ? `Read by the centre on ${formatDay(candidate.registerCheckedOn)}`
              : 'Not read by the centre yet',
          },
          {
            label: 'Our notes',
            value: `${contacts.length} on this device`,
            source: 'They can ask to see every one of them',
          },
        ]}
      />
      {alike.length > 0 ? (
        <section className={styles.below}>
          <h3>Could be the same person</h3>
          <ul>
            {alike.map(({ id, name, by }) => (
              <li key={id}>
                <a href={addressOf(`/person/${id}`)}>{name}</a>{' '}
                <span className={text.meta}>{ALIKE_WORDS[by]}</span>
              </li>
            ))}
          </ul>
          <p className={text.meta}>
            Ask them, and tell the programme team. Nothing is joined here.
          </p>
        </section>
      ) : null}
      {candidate.summary ? (
        <section className={styles.below}>
          <h2>In their own words</h2>
          <p>{candidate.summary}</p>
        </section>
      ) : null}
      {candidate.models.length > 0 ? (
        <p className={text.meta}>Ways of working they know: {candidate.models.join(', ')}</p>
      ) : null}
    </div>
  );
}
