import { namesOf } from '../../platform/jira/people/people';
import { failedSteps } from '../../work/due-steps';
import { readable } from '../../platform/storage/entities';
import { heads } from './store';

/** What could not be done after a submission, a decision or an action, for those who can mend it. */
export interface FailedStep {
  readonly id: string;
  /** The kind of the first that failed. */
  readonly step: string;
  readonly why: string;
  readonly decidedAt: string;
  readonly itemId: string;
  /** As it was called in English. */
  readonly item: string;
  readonly issueKey?: string;
  /** Names of who answers for the item and of whose request it is; `none` where Jira does not tell. */
  readonly owner: string;
  readonly requester: string;
}

/** What was given up, with the work items it is about. */
export async function failedRequestSteps(): Promise<readonly FailedStep[]> {
  const rows = await failedSteps();
  const accounts = rows.flatMap(({ about }) => [about['owner'] ?? '', about['requester'] ?? '']);
  const [found, names] = await Promise.all([
    heads.getMany(rows.map(({ about }) => about['requestId'] ?? '')),
    namesOf(accounts.filter((id) => id !== '')),
  ]);
  const requests = readable(found);
  const nameOf = (id = '') => names.get(id) ?? 'none';
  return rows.map(({ id, steps, why = '', decidedAt, about }) => {
    const issueKey = requests.get(about['requestId'] ?? '')?.issueKey;
    return {
      id,
      step: steps.find(({ state }) => state === 'failed')?.kind ?? 'other',
      why,
      decidedAt,
      itemId: about['itemId'] ?? '',
      item: about['item'] ?? '',
      ...(issueKey && { issueKey }),
      owner: nameOf(about['owner']),
      requester: nameOf(about['requester']),
    };
  });
}
