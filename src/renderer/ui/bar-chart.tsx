import { useId, useState } from 'react';
import { Bar, BarChart as Plot, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import styles from './bar-chart.module.css';
import { Button } from './button.tsx';
import { formatCount } from './dates.ts';
import { Table } from './table.tsx';
import text from './text.module.css';

/** One bar: its words lead to exactly the things it counts. */
export interface BarMark {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly href: string;
}

/**
 * Bars with their numbers, a sentence that states the finding, and a table twin.
 *
 * The picture itself is hidden from screen readers: each label is a link that carries
 * its number, and those are what a keyboard walks (features.md 4.10, "Chart").
 */
export function BarChart(props: {
  readonly title: string;
  readonly finding: string;
  readonly note?: string | null;
  readonly unit: string;
  readonly marks: readonly BarMark[];
}) {
  const [isTable, setIsTable] = useState(false);
  const id = useId();
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption>
        <div className={styles.head}>
          <h2 id={id}>{props.title}</h2>
          <Button look="quiet" small onPress={() => setIsTable(!isTable)}>
            {isTable ? 'Show as bars' : 'Show as table'}
          </Button>
        </div>
        <p className={text.meta}>{props.finding}</p>
      </figcaption>
      {isTable ? (
        <Table
          caption={`${props.title}, as a table`}
          columns={[
            { id: 'label', label: props.title },
            { id: 'count', label: capital(props.unit), isNumber: true },
          ]}
          rows={props.marks.map((mark) => ({
            id: mark.id,
            cells: [
              <a key="label" href={mark.href}>
                {mark.label}
              </a>,
              formatCount(mark.count),
            ],
          }))}
        />
      ) : (
        <Bars marks={props.marks} unit={props.unit} />
      )}
      {props.note ? <p className={text.meta}>{props.note}</p> : null}
    </figure>
  );
}

function Bars({ marks, unit }: { readonly marks: readonly BarMark[]; readonly unit: string }) {
  return (
    <div className={styles.bars}>
      <ul className={styles.list}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <a className={styles.label} href={mark.href}>
              {mark.label}
              <span className={text.unseen}>
                , {formatCount(mark.count)} {unit}
              </span>
            </a>
            <span className={styles.count} aria-hidden="true">
              {formatCount(mark.count)}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.plot} aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <Plot
            data={marks.map(({ id, count }) => ({ id, count }))}
            layout="vertical"
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis type="category" dataKey="id" hide interval={0} />
            <Bar dataKey="count" barSize={14} radius={2} isAnimationActive={false} />
          </Plot>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
