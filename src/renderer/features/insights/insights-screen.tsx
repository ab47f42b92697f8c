import { useSync } from '#renderer/data/data-context.tsx';
import { findAddress } from '#renderer/data/find-address.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { BarChart } from '#renderer/ui/bar-chart.tsx';
import { formatCount, formatMoment } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Page } from '#renderer/ui/page.tsx';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import styles from './insights-screen.module.css';

/** What the pool and our work add up to; every bar leads to exactly the people it counts. */
export function InsightsScreen() {
  const insights = useQuery('insights.read', {}, ['people', 'work']);
  const sync = useSync();
  if (insights.state === 'failed') {
    return (
      <Page title="Insights">
        <Fault words={errorWords(insights.error.code)} />
      </Page>
    );
  }
  if (insights.state === 'loading') {
    return (
      <Page title="Insights">
        <Reading words="Counting people" />
      </Page>
    );
  }
  const { people, unheard, charts } = insights.value;
  if (people === 0) {
    return (
      <Page title="Insights">
        <Empty title="There are no people on this device yet.">
          They come with the first sync. Sync and records shows how far it is.
        </Empty>
      </Page>
    );
  }
  const asAt = sync?.lastSyncAt ? `As at ${formatMoment(sync.lastSyncAt)}.` : 'Not synced yet.';
  return (
    <Page
      title={`${formatCount(unheard)} of ${formatCount(people)} people have not been spoken to`}
      lead={`${asAt} Select a bar’s name to list those people.`}
    >
      <div className={styles.charts}>
        {charts.map((chart) => (
          <BarChart
            key={chart.id}
            title={chart.title}
            finding={chart.finding}
            note={chart.note}
            unit="people"
            marks={chart.marks.map((mark) => ({ ...mark, href: findAddress(mark.query) }))}
          />
        ))}
      </div>
    </Page>
  );
}
