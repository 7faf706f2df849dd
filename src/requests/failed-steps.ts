import { failedSteps } from '../work/carry-out';
import { readable } from '../platform/storage/entities';
import { heads } from './store';

/** What could not be done after a submission, a decision or an action, for those who can mend it. */
export interface FailedStep {
  readonly id: string;
  /** The kind of the first that failed. */
  readonly step: string;
  readonly why: string;
  readonly decidedAt: string;
  readonly itemId: string;
  readonly item: string;
  readonly itemRu?: string;
  readonly issueKey?: string;
}

/** What was given up, with the work items it is about. */
export async function failedRequestSteps(): Promise<readonly FailedStep[]> {
  const rows = await failedSteps();
  const requests = readable(await heads.getMany(rows.map(({ about }) => about['requestId'] ?? '')));
  return rows.map(({ id, steps, why = '', decidedAt, about }) => {
    const issueKey = requests.get(about['requestId'] ?? '')?.issueKey;
    return {
      id,
      step: steps.find(({ state }) => state === 'failed')?.kind ?? 'other',
      why,
      decidedAt,
      itemId: about['itemId'] ?? '',
      item: about['item'] ?? '',
      ...(about['itemRu'] && { itemRu: about['itemRu'] }),
      ...(issueKey && { issueKey }),
    };
  });
}
