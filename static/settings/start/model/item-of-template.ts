/** A template as an item of one space. */
import type { ApprovalStep, FieldMapping, ItemContent } from '../../../../src/catalog/domain/model';
import type { TypeStatus } from '../../directory/use-space-types';
import type { FieldOption } from '../../model/field-catalog';
import { emptyContent } from '../../model/new-item';
import { actorOf, withStages } from '../../model/stages-from-statuses';
import type { Template, TemplateMapping } from './template';

/** What a space offers to the items made for it. */
export interface Place {
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly statuses: readonly TypeStatus[];
  /** Its approvals are Service Management's own: nobody but Jira moves a work item out of a status that waits for one. */
  readonly isServiceDesk: boolean;
  /** Fields that people can fill when they create such a work item, by id; `null` where Jira does not tell. */
  readonly fields: ReadonlySet<string> | null;
  readonly priorities: readonly FieldOption[];
  /** What is filled in for every work item, by field. */
  readonly constants: Readonly<Record<string, string>>;
}

export interface Belonging {
  readonly categoryId: string;
  readonly serviceId: string;
  readonly owner: string;
  /** Nobody is asked when left out. */
  readonly approver?: string | undefined;
  readonly promise: ItemContent['promise'];
}

/** The status in which work items of a space wait for an approval; `undefined` where there is none that Pledge can move them out of. */
export const waitingStatus = ({
  statuses,
  isServiceDesk,
}: Pick<Place, 'statuses' | 'isServiceDesk'>): TypeStatus | undefined =>
  isServiceDesk ? undefined : statuses.find((status) => actorOf(status) === 'approver');

/**
 * The content of an item, ready to be published: its stages are the statuses of the work type. Without a status to wait in
 * they are approved before there is a work item; answers that the space has no field for stay in the description.
 */
export function itemOfTemplate(template: Template, place: Place, to: Belonging): ItemContent {
  const { name, summary, description, icon, keywords, catchAll, form, onBehalf } = template;
  const content = withStages(
    {
      ...emptyContent({ services: [], categories: [] }),
      ...{ name, summary, description, icon, keywords, form },
      ...(catchAll && { catchAll }),
      categoryIds: [to.categoryId],
      serviceId: to.serviceId,
      owner: to.owner,
      ...(onBehalf !== undefined && { onBehalf: { field: 'recipient', access: onBehalf } }),
      fulfilment: {
        projectId: place.projectId,
        projectKey: place.projectKey,
        issueTypeId: place.issueTypeId,
        summary: template.issueSummary ?? '{{item}}: {{requester}}',
        mappings: [
          ...template.mappings.flatMap((mapping) => mappingOf(mapping, place)),
          ...Object.entries(place.constants).map(([jiraField, value]) => ({
            jiraField,
            source: { kind: 'constant' as const, value },
          })),
        ],
        labels: [],
      },
      promise: to.promise,
    },
    place.statuses,
  );
  return { ...content, approvals: approvalsOf(template, content, place, to) };
}

function mappingOf(mapping: TemplateMapping, { fields, priorities }: Place): readonly FieldMapping[] {
  if (fields !== null && !fields.has(mapping.to)) return [];
  const source = { kind: 'answer', field: mapping.answer } as const;
  if (mapping.to === 'duedate') return [{ jiraField: mapping.to, source }];
  const ids = Object.entries(mapping.levels).flatMap(([answer, level]) => {
    const known = priorities.find(({ label }) => label === level);
    return known === undefined ? [] : [[answer, known.value] as const];
  });
  // A level that this site does not have would leave the answer without a value.
  if (ids.length < Object.keys(mapping.levels).length) return [];
  return [{ jiraField: mapping.to, source, valueMap: Object.fromEntries(ids) }];
}

function approvalsOf(
  { approval }: Template,
  { actions, stages }: ItemContent,
  place: Place,
  { approver }: Belonging,
): readonly ApprovalStep[] {
  const waiting = waitingStatus(place);
  if (approval === undefined || approver === undefined) return [];
  const asked = {
    approvers: [approver],
    rule: 'any' as const,
    ...(approval !== 'always' && { when: approval }),
  };
  if (waiting === undefined) return [{ ...asked, beforeIssue: true }];
  const end = stages.find(({ kind }) => kind === 'cancelled') ?? stages.find(({ kind }) => kind !== 'open');
  const work = stages.filter(({ kind, actor }) => kind === 'open' && actor === 'provider');
  const ids = {
    waitingStatusId: waiting.id,
    approvedToStatusId: actions.reopenToStatusId ?? work[0]?.statusIds[0],
    declinedToStatusId: end?.statusIds[0],
  };
  const known = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
  return [{ ...asked, ...known }];
}
