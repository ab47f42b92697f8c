import { useStore } from 'zustand';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import { currentVacancy } from '#renderer/data/current-vacancy.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MOST_COMPARED } from '#renderer/ui/compare-address.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Select } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { addressOf, go, type ScreenProps } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { compareRows } from './compare-rows.ts';
import styles from './match.module.css';

const NONE = 'none';

/** Two to four people beside each other, what differs first, on one page of paper. */
export function CompareScreen({ query }: ScreenProps) {
  const ids = (query.people ?? '').split(',').filter((id) => id !== '') as CandidateId[];
  const compared = ids.slice(0, MOST_COMPARED);
  const current = useStore(currentVacancy, (state) => state.id);
  const vacancyId = query.vacancy === NONE ? null : ((query.vacancy ?? current) as RecordId | null);
  const platform = usePlatform();
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const read = useQuery('match.read', { ids: compared, vacancyId }, ['people', 'work']);
  const open = (vacancies.value ?? [])
    .map(({ vacancy }) => vacancy.record)
    .filter(({ status }) => status === 'open');
  if (read.state === 'failed') {
    return (
      <Page title="Compare people">
        <Fault words={errorWords(read.error.code)} />
      </Page>
    );
  }
  if (read.state === 'loading') {
    return (
      <Page title="Compare people">
        <Reading words="Reading these people" />
      </Page>
    );
  }
  const { people, vacancy } = read.value;
  if (people.length < 2) {
    return (
      <Page title="Compare people">
        <Empty
          title="Choose two to four people."
          action={<a href={addressOf('/find')}>Find people</a>}
        >
          Select them in the list with X, then choose Compare.
        </Empty>
      </Page>
    );
  }
  const missing = compared.length - people.length;
  return (
    <Page
      title={`Compare ${people.length} people`}
      lead={
        vacancy
          ? `Held against ${vacancy.ref} ${vacancy.title}. Nobody is put in order by this.`
          : 'What differs comes first.'
      }
      beside={
        <Button look="second" keys="Ctrl+P" onPress={() => void platform.request('desk.print', {})}>
          Print
        </Button>
      }
    >
      <div data-print="no">
        <Select
          label="Held against"
          value={vacancy?.id ?? NONE}
          choices={[
            { value: NONE, label: 'No vacancy' },
            ...open.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` })),
          ]}
          onChange={(value) =>
            go(addressOf('/compare', { people: compared.join(), vacancy: value }), 'replace')
          }
        />
      </div>
      {missing > 0 ? (
        <p className={text.inset}>
          {missing === 1 ? 'One of them is' : `${missing} of them are`} not on this device any more.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} aria-label="People side by side" tabIndex={0}>
        <table className={styles.compare}>
          <thead>
            <tr>
              <td />
              {people.map(({ card }) => (
                <th key={card.id} scope="col">
                  <a href={addressOf(`/person/${card.id}`)}>{card.name}</a>
                  <div className={text.meta}>{card.registrationNumber ?? card.ref}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compareRows(read.value).map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.label}
                  {row.differs ? null : <div className={text.meta}>The same</div>}
                </th>
                {row.values.map((value, i) => (
                  <td key={people[i]?.card.id}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={text.meta}>OFFICIAL-SENSITIVE (personal)</p>
    </Page>
  );
}
