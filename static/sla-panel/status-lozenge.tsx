import { t } from '../shared/i18n';
import type { Status } from './model/status';
import styles from './status.module.css';

const LOOKS: Readonly<Record<Status, 'neutral' | 'information' | 'warning' | 'danger' | 'success'>> = {
  waiting: 'neutral',
  onTrack: 'information',
  halfway: 'information',
  dueSoon: 'warning',
  atRisk: 'warning',
  overdue: 'danger',
  paused: 'neutral',
  pausedOverdue: 'danger',
  offHours: 'neutral',
  met: 'success',
  missed: 'danger',
  excused: 'neutral',
  cancelled: 'neutral',
};

/** The state in a word. Atlaskit's lozenge brings a tooltip and a menu along, half a panel's budget; this is its look. */
export function StatusLozenge({ status }: { readonly status: Status }) {
  return (
    <span className={`${styles.lozenge ?? ''} ${styles[LOOKS[status]] ?? ''}`}>
      {t(`sla.status.${status}`)}
    </span>
  );
}
