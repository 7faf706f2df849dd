import ClockIcon from '@atlaskit/icon/core/clock';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import NightIcon from '@atlaskit/icon/core/theme';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { Status } from './model/status';
import styles from './status.module.css';

const ICONS = {
  waiting: [ClockIcon, 'iconSubtle'],
  onTrack: [ClockIcon, 'iconInformation'],
  halfway: [ClockIcon, 'iconInformation'],
  dueSoon: [WarningIcon, 'iconWarning'],
  atRisk: [WarningIcon, 'iconWarning'],
  overdue: [ErrorIcon, 'iconDanger'],
  paused: [PauseIcon, 'iconSubtle'],
  pausedOverdue: [ErrorIcon, 'iconDanger'],
  offHours: [NightIcon, 'iconSubtle'],
  met: [SuccessIcon, 'iconSuccess'],
  missed: [ErrorIcon, 'iconDanger'],
  excused: [CrossIcon, 'iconSubtle'],
  cancelled: [CrossIcon, 'iconSubtle'],
} as const satisfies Record<Status, readonly [typeof ClockIcon, string]>;

/** The state at a glance; the lozenge beside it says the same in words, so it is silent for screen readers. */
export function StateIcon({ status }: { readonly status: Status }) {
  const [Icon, colour] = ICONS[status];
  return (
    <span className={`${styles.icon ?? ''} ${styles[colour] ?? ''}`}>
      <Icon label="" color="currentColor" />
    </span>
  );
}
