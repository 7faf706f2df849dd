import type { Fields } from '../../../sla/engine/model';
import { beneficiaryOf } from '../audience/beneficiary';
import type { OfferedContent } from '../call-answers';
import { conditionHolds } from './conditions';
import { mappedValues } from './mapped-values';
import type { Answers, Stage } from '../model';
import { withPrice } from './price';
import { formState, sentAnswers } from './visibility';

/** What of an item decides the fields of its work items: of one that is offered, and of one that is edited. */
export type Ordered = Pick<
  OfferedContent,
  'form' | 'rules' | 'fulfilment' | 'approvals' | 'onBehalf' | 'price' | 'quantity'
> & {
  readonly startStatusId?: string | undefined;
};

/** The status a work item begins in, where no approval is waited for; as far as the stages tell. */
export const startStatusOf = ({ stages }: { readonly stages: readonly Stage[] }): string | undefined =>
  stages[0]?.statusIds[0];

/**
 * The fields a work item would have if the form were sent as it is: what the SLA engine needs to promise a date.
 * Values are ids as the mapping writes them; fields that Jira itself would fill are not known here.
 */
export function promisedFields(content: Ordered, answers: Answers, requester: string | null): Fields {
  const { fulfilment, startStatusId } = content;
  const shown = shownAnswers(content, answers);
  const status = approvalOf(content, shown)?.waitingStatusId ?? startStatusId;
  const mapped = fulfilment.mappings.map(
    (mapping) => [mapping.jiraField, mappedValues(mapping, shown, { template: () => [] })] as const,
  );
  const fromAnswers = Object.fromEntries(mapped.filter(([, values]) => values.length > 0));
  const labels = [...new Set([...(fromAnswers['labels'] ?? []), ...fulfilment.labels])];
  return {
    ...fromAnswers,
    ...(labels.length === 0 ? {} : { labels }),
    projectId: [fulfilment.projectId],
    issuetype: [fulfilment.issueTypeId],
    statusCategory: ['new'],
    ...(status === undefined ? {} : { status: [status] }),
    ...(requester === null ? {} : { reporter: [beneficiaryOf(content, shown, requester)] }),
  };
}

/** Whether sending the form as it is would need somebody's approval first. */
export const needsApproval = (content: Ordered, answers: Answers): boolean =>
  approvalOf(content, shownAnswers(content, answers)) !== undefined;

const approvalOf = (content: Ordered, shown: Answers): Ordered['approvals'][number] | undefined => {
  const known = withPrice(content, shown);
  return content.approvals.find(({ when }) => when === undefined || conditionHolds(when, known));
};

const shownAnswers = ({ form, rules }: Ordered, answers: Answers): Answers =>
  sentAnswers(formState(form, answers, rules), answers);
