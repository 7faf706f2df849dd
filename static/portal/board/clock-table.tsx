import { t } from '../../shared/i18n';
import { reasonText } from '../../sla-panel/model/reason';
import { ClockRow } from './clock-row';
import type { Grouping } from './model/filter';
import type { Group } from './model/group';
import styles from './clock-table.module.css';

interface Props {
  readonly groups: readonly Group[];
  readonly groupBy: Grouping;
}

const COLUMNS = ['item', 'metric', 'state', 'time', 'who'] as const;

/** Reasons are written to stand within a sentence. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const titleOf = (key: string | null, groupBy: Grouping): string => {
  if (key === null) return t('portal.board.notPaused');
  if (groupBy === 'team') return key;
  return groupBy === 'reason' ? capital(reasonText(key)) : t(`portal.board.urgency.${key}`);
};

/** The clocks in their groups, one table, so that columns keep their places. */
export function ClockTable({ groups, groupBy }: Props) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('portal.board.title')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {t(`portal.board.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ key, clocks }) => (
        <tbody key={key ?? ''}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={COLUMNS.length}>
              {titleOf(key, groupBy)} <span className={styles.size}>{clocks.length}</span>
            </th>
          </tr>
          {clocks.map((clock) => (
            <ClockRow key={`${clock.row.issueId}:${clock.row.metricId}`} clock={clock} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
