import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import type { Axis } from '../model/axis';
import type { Told } from '../model/explain';
import { bandCause, bandText, markText } from './band-text';
import styles from './why.module.css';

interface Props {
  readonly axis: Axis;
  readonly told: Told;
  /** The heading that names it. */
  readonly titleId: string;
}

/** The axis as a table: its bands and its marks in their order. */
export function AxisTable({ axis, told, titleId }: Props) {
  const rows = [
    ...axis.marks.map((mark) => ({ from: mark.at, to: undefined, what: markText(mark), why: '' })),
    ...axis.bands.map((band) => ({ ...band, what: bandText(band, told), why: bandCause(band, told) })),
  ].sort((a, b) => a.from - b.from);
  return (
    <table className={styles.table} aria-labelledby={titleId}>
      <thead>
        <tr>
          {['from', 'to', 'what', 'why'].map((column) => (
            <th key={column} scope="col">
              {t(`sla.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, to, what, why }) => (
          <tr key={`${String(from)} ${what}`}>
            <td>{formatDateTime(from)}</td>
            <td>{to === undefined ? '' : formatDateTime(to)}</td>
            <td>{to === undefined ? <strong>{what}</strong> : what}</td>
            <td className={styles.cause}>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
