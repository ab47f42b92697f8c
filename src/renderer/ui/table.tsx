import type { ReactNode } from 'react';
import styles from './table.module.css';
import text from './text.module.css';

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly isNumber?: boolean;
}

/** A plain table under a heading that names it; the first cell of a row is its heading. Scrolls sideways when it must. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} aria-label={props.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={text.unseen}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.id} scope="col" className={column.isNumber ? styles.num : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id}>
              {props.columns.map((column, index) => {
                const className = column.isNumber ? styles.num : undefined;
                return index === 0 ? (
                  <th key={column.id} scope="row" className={className}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.id} className={className}>
                    {row.cells[index]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
