import { Link } from 'wouter';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { formatRelative } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { requestAddress } from '../addresses';
import { onBehalfText } from './on-behalf';
import { actingText, PromiseLine } from './promise-line';
import { StageLozenge } from './stage-lozenge';
import forms from '../../kit/forms.module.css';
import styles from './request-list.module.css';

/** Requests with their stage, who acts now and what is promised. */
export function RequestList({ rows }: { readonly rows: readonly RequestRow[] }) {
  const now = useNow();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <div className={styles.words}>
            <Link to={requestAddress(row.id)} className={styles.name}>
              {localized(row.itemName)}
            </Link>
            <span className={forms.note}>
              {[
                row.title === localized(row.itemName) ? '' : row.title,
                row.issueKey,
                row.onBehalf ? onBehalfText(row.onBehalf) : '',
                t('portal.requests.updated', { age: formatRelative(row.updatedAt, now) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <div className={styles.state}>
            <StageLozenge stage={row.stage} />
            {!isSaidTwice(row) && <span className={forms.note}>{actingText(row)}</span>}
          </div>
          <div className={styles.promise}>
            {row.late !== null && <PromiseLine promise={row.late} actor={row.actor} brief />}
            {row.promise !== null && <PromiseLine promise={row.promise} actor={row.actor} brief />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The stage says it, or the promise beside it does. */
const isSaidTwice = ({ actor, promise }: RequestRow): boolean =>
  actor === 'nobody' || promise?.pauseReason !== undefined;
