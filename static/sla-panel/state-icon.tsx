import ClockIcon from '@atlaskit/icon/core/clock';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import PauseIcon from '@atlaskit/icon/core/video-pause';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import type { Status } from './model/status';

/** The state at a glance; the lozenge beside it says the same in words, so it is silent for screen readers. */
export function StateIcon({ status }: { readonly status: Status }) {
  switch (status) {
    case 'overdue':
    case 'pausedOverdue':
    case 'missed':
      return <ErrorIcon label="" color={token('color.icon.danger')} />;
    case 'dueSoon':
      return <WarningIcon label="" color={token('color.icon.warning')} />;
    case 'met':
      return <SuccessIcon label="" color={token('color.icon.success')} />;
    case 'paused':
    case 'offHours':
      return <PauseIcon label="" color={token('color.icon.subtle')} />;
    case 'cancelled':
    case 'excused':
      return <CrossIcon label="" color={token('color.icon.subtle')} />;
    case 'waiting':
    case 'onTrack':
    case 'halfway':
      return <ClockIcon label="" color={token('color.icon.information')} />;
  }
}
