import Lozenge from '@atlaskit/lozenge';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { localized } from '../../shared/i18n';

const APPEARANCE = {
  open: 'inprogress',
  resolved: 'success',
  closed: 'default',
  cancelled: 'default',
} as const satisfies Record<RequestRow['stage']['kind'], string>;

/** The stage of a request in the requester's words. */
export function StageLozenge({ stage }: { readonly stage: RequestRow['stage'] }) {
  return (
    <Lozenge appearance={APPEARANCE[stage.kind]} maxWidth="100%">
      {localized(stage.name)}
    </Lozenge>
  );
}
