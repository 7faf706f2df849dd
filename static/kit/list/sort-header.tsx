import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import styles from './list-table.module.css';
import type { Sorting } from './use-list';

interface Props extends Sorting {
  readonly column: string;
  readonly text: string;
}

/** The head of a column that a list can be sorted by: by it, then backwards. */
export function SortHeader({ column, text, sort, setSort }: Props) {
  const backwards = `-${column}`;
  const order = sort === column ? 'ascending' : sort === backwards ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={order}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => setSort(order === 'ascending' ? backwards : column)}
      >
        {text}
        {order === 'ascending' && <ArrowUpIcon label="" size="small" />}
        {order === 'descending' && <ArrowDownIcon label="" size="small" />}
      </button>
    </th>
  );
}
