import EmptyState from '@atlaskit/empty-state';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './list-table.module.css';

export interface ListRow {
  readonly id: string;
  /** Where the first cell leads, when the row opens something. */
  readonly to?: string;
  readonly cells: readonly ReactNode[];
}

interface Props {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  readonly empty: string;
}

/** A plain table with an empty state; the caption is for assistive technology. */
export function ListTable({ caption, columns, rows, empty }: Props) {
  if (rows.length === 0) return <EmptyState header={empty} headingLevel={3} />;
  return (
    <div className={styles.scroll} role="region" aria-label={caption}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => (
                <td key={index}>
                  {index === 0 && row.to !== undefined ? <Link to={row.to}>{cell}</Link> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
