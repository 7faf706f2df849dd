import { beneficiaryOf } from '../../../src/catalog/domain/beneficiary';
import { conditionHolds } from '../../../src/catalog/domain/conditions';
import { mappedValues } from '../../../src/catalog/domain/mapped-values';
import type { Answers } from '../../../src/catalog/domain/model';
import type { OfferedContent, OfferedItem } from '../../../src/catalog/domain/call-answers';
import { formState, sentAnswers } from '../../../src/catalog/domain/visibility';
import type { Fields } from '../../../src/sla/engine';

/**
 * The fields an issue would have if the form were sent as it is: what the SLA engine needs to promise a date.
 * Values are ids as the mapping writes them; fields that Jira itself would fill are not known here.
 */
export function promisedFields({ content }: OfferedItem, answers: Answers, requester: string | null): Fields {
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
export function needsApproval({ content }: OfferedItem, answers: Answers): boolean {
  return approvalOf(content, shownAnswers(content, answers)) !== undefined;
}

const approvalOf = (
  { approvals }: OfferedContent,
  shown: Answers,
): OfferedContent['approvals'][number] | undefined =>
  approvals.find(({ when }) => when === undefined || conditionHolds(when, shown));

const shownAnswers = ({ form, rules }: OfferedContent, answers: Answers): Answers =>
  sentAnswers(formState(form, answers, rules));
