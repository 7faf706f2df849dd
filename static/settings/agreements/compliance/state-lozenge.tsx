import Lozenge from '@atlaskit/lozenge';
import type { ComplianceState } from '../../../../src/sla/compliance/domain/compliance';
import { stateText } from './period-words';

const LOOK = {
  onTrack: 'success',
  atRisk: 'moved',
  missed: 'removed',
  noData: 'default',
  measured: 'inprogress',
} as const;

interface Props {
  readonly state: ComplianceState;
  readonly ended: boolean;
}

/** How a period stands, as a word and a colour. */
export function StateLozenge({ state, ended }: Props) {
  return (
    <Lozenge appearance={LOOK[state]} maxWidth="100%">
      {stateText(state, ended)}
    </Lozenge>
  );
}
