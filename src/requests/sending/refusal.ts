import { plainParam } from '../../kernel/finding';
import type { Answers, PublishedItem } from '../../catalog/domain/model';
import { formState } from '../../catalog/domain/form/visibility';
import { AppFailure, type JiraRefused } from '../../kernel/errors';
import { log } from '../../platform/log';
import { problemsInForm } from '../domain/issue-fields';
import type { CreatePorts } from '../ports';
import { noteRefusal } from './refusals';

/**
 * Jira's no, for who asked: which questions it is about by their field's name, the others' fields by name, and whom to
 * ask. Jira's own words are for those who mend the item: they go to its health.
 */
export async function asRefusal(
  error: JiraRefused,
  item: PublishedItem,
  answers: Answers,
  now: number,
  ports: Pick<CreatePorts, 'createFields' | 'namesOf'>,
): Promise<AppFailure> {
  const { projectId, issueTypeId } = item.content.fulfilment;
  const [fields, people] = await Promise.all([
    ports.createFields(projectId, issueTypeId).catch(() => []),
    ports.namesOf([item.content.owner]).catch(() => new Map<string, string>()),
    noteRefusal(item, error, now),
  ]);
  const names = new Map(fields.map((field) => [field.fieldId, field.name]));
  const state = formState(item.content.form, answers, item.content.rules);
  const problems = problemsInForm(
    item,
    Object.keys(error.jiraFields),
    (id) => state.get(id)?.visible ?? false,
    names,
  );
  const unseen = problems.filter((problem) => problem.code === 'jiraRefusedUnseen');
  log.warn('submit.refused', {
    itemId: item.id,
    status: error.status,
    fields: Object.keys(error.jiraFields).join(),
  });
  return new AppFailure('REQUEST_REFUSED', 'Jira did not accept the request.', {
    params: {
      owner: people.get(item.content.owner) || 'none',
      count: String(unseen.length),
      fields: unseen.map((problem) => plainParam(problem.params?.['jiraField']) || problem.at).join(', '),
    },
    fields: problems,
    cause: error,
  });
}

/** A no that is about no field: to a question that had to be asked before anything could be made. Jira's words are logged. */
export function plainRefusal(error: JiraRefused): AppFailure {
  log.warn('submit.refused', { status: error.status, why: error.messages.join(' ') });
  return new AppFailure('REQUEST_REFUSED', 'Jira did not accept the request.', {
    params: { owner: 'none', count: '0', fields: '' },
    cause: error,
  });
}

/** A no to a step of the requester's own: their item's workflow has no such way. Jira's words are logged. */
export async function stepRefusal(
  error: JiraRefused,
  { id: itemId, content }: PublishedItem,
  { namesOf }: Pick<CreatePorts, 'namesOf'>,
): Promise<AppFailure> {
  log.warn('request.stepRefused', { itemId, status: error.status, why: error.messages.join(' ') });
  const people = await namesOf([content.owner]).catch(() => new Map<string, string>());
  return new AppFailure('STEP_REFUSED', 'Jira did not let this be done.', {
    params: { owner: people.get(content.owner) || 'none' },
    cause: error,
  });
}
