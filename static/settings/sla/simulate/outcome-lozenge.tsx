import Lozenge from '@atlaskit/lozenge';
import type { MetricState } from '../../../../src/sla/engine/model';
import type { Outcome } from '../../../../src/sla/engine/report/outcome';
import { t } from '../../../shared/i18n';

const APPEARANCE: Readonly<Record<MetricState, 'success' | 'removed' | 'inprogress' | 'moved' | 'default'>> =
  {
    MET: 'success',
    BREACHED_STOPPED: 'removed',
    RUNNING: 'inprogress',
    PAUSED: 'moved',
    NOT_STARTED: 'default',
    NOT_APPLICABLE: 'default',
    CANCELLED: 'default',
  };

/** The state in a word; a clock that is late and still runs says both. */
export function OutcomeLozenge({ outcome: { state, breached } }: { readonly outcome: Outcome }) {
  const late = breached && (state === 'RUNNING' || state === 'PAUSED');
  return (
    <Lozenge appearance={late ? 'removed' : APPEARANCE[state]}>
      {t(late ? `settings.stateLate.${state}` : `settings.state.${state}`)}
    </Lozenge>
  );
}
