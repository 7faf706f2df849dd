/** Everything the content of an item refers to, in its own order. */
import { mapLeaves } from '../../kernel/map-leaves';
import { refsIn, refsTo, refTo, type Visit } from '../../kernel/refs';
import type {
  ApprovalStep,
  Audience,
  BundlePart,
  Destination,
  Entitlement,
  FieldMapping,
  FormCondition,
  FormField,
  FormRule,
  Fulfilment,
  ItemContent,
  People,
} from './model';

export const peopleRefs = (visit: Visit, { groups, users }: People, at: string): People => ({
  groups: refsTo(visit, 'group', groups, `${at}.groups`),
  users: refsTo(visit, 'person', users, `${at}.users`),
});

const audienceRefs = (visit: Visit, list: Audience, at: string): Audience => ({
  ...list,
  ...peopleRefs(visit, list, at),
  ...(list.managers && { managers: refsTo(visit, 'person', list.managers, `${at}.managers`) }),
  ...(list.roles && {
    roles: list.roles.map((role) =>
      refsIn(visit, role, { projectId: 'space', roleId: 'role' }, `${at}.roles`),
    ),
  }),
});

export const entitlementRefs = (visit: Visit, lists: Entitlement): Entitlement => ({
  ...refsIn(visit, lists, { hours: 'calendar' }, 'entitlement'),
  availableFor: audienceRefs(visit, lists.availableFor, 'entitlement.availableFor'),
  notAvailableFor: audienceRefs(visit, lists.notAvailableFor, 'entitlement.notAvailableFor'),
});

const mappingRefs = (visit: Visit, mapping: FieldMapping, index: number): FieldMapping =>
  mapping.jiraField.startsWith('customfield_')
    ? {
        ...mapping,
        jiraField: refTo(visit, 'field', mapping.jiraField, `fulfilment.mappings.${index}`),
      }
    : mapping;

function fulfilmentRefs(visit: Visit, fulfilment: Fulfilment): Fulfilment {
  const { projectId, projectKey, issueTypeId } = fulfilment;
  const space =
    projectId && visit({ kind: 'space', id: projectId, at: 'fulfilment.projectId', part: projectKey });
  return {
    ...fulfilment,
    ...(space && { projectId: space.id, projectKey: space.name ?? projectKey }),
    issueTypeId: issueTypeId && refTo(visit, 'type', issueTypeId, 'fulfilment.issueTypeId'),
    mappings: fulfilment.mappings.map((mapping, index) => mappingRefs(visit, mapping, index)),
  };
}

/** The groups that a condition names. */
const conditionRefs = (visit: Visit, condition: FormCondition, at: string): FormCondition =>
  mapLeaves(condition, (test) =>
    test.field === '@group' && 'value' in test && (test.op === 'is' || test.op === 'isNot')
      ? { ...test, value: refTo(visit, 'group', test.value, at) }
      : test,
  );

/** The same thing with the conditions it has under these names rewritten. */
const withConditions = <T extends object>(
  visit: Visit,
  of: T,
  names: readonly (keyof T)[],
  at: string,
): T => ({
  ...of,
  ...Object.fromEntries(
    names.flatMap((name) => {
      const condition = of[name] as FormCondition | undefined;
      return condition === undefined
        ? []
        : [[name, conditionRefs(visit, condition, `${at}.${String(name)}`)]];
    }),
  ),
});

const approvalRefs = (visit: Visit, step: ApprovalStep, at: string): ApprovalStep => ({
  ...refsIn(
    visit,
    withConditions(visit, step, ['when'], at),
    { waitingStatusId: 'status', approvedToStatusId: 'status', declinedToStatusId: 'status' },
    at,
  ),
  approvers: refsTo(visit, 'person', step.approvers, `${at}.approvers`),
});

const partRefs = (visit: Visit, part: BundlePart, at: string): BundlePart =>
  refsIn(visit, withConditions(visit, part, ['when'], at), { itemId: 'item' }, at);

const destinationRefs = (visit: Visit, to: Destination, at: string): Destination =>
  to.kind === 'url' || to.id === '' ? to : { ...to, id: refTo(visit, to.kind, to.id, at) };

const fieldRefs = (visit: Visit, field: FormField): FormField => {
  const at = `form.${field.id}`;
  const options = field.options?.map((option) => ({
    ...option,
    ...(option.groups && { groups: refsTo(visit, 'group', option.groups, `${at}.options`) }),
  }));
  const ofJira = field.jiraField?.startsWith('customfield_') ? ({ jiraField: 'field' } as const) : {};
  return withConditions(
    visit,
    refsIn(visit, { ...field, ...(options && { options }) }, { set: 'fieldSet', ...ofJira }, at),
    ['visibleWhen', 'requiredWhen'],
    at,
  );
};

const ruleRefs = (visit: Visit, rule: FormRule): FormRule => ({
  ...withConditions(
    visit,
    refsIn(visit, rule, { set: 'fieldSet' }, `rules.${rule.id}`),
    ['when'],
    `rules.${rule.id}`,
  ),
  then: rule.then.map((effect) =>
    effect.do === 'lead' && effect.to
      ? { ...effect, to: destinationRefs(visit, effect.to, `rules.${rule.id}`) }
      : effect,
  ),
});

/** What a form refers to. */
export const formRefs = <T extends Pick<ItemContent, 'form' | 'rules'>>(visit: Visit, of: T): T => ({
  ...of,
  form: of.form.map((field) => fieldRefs(visit, field)),
  ...(of.rules && { rules: of.rules.map((rule) => ruleRefs(visit, rule)) }),
});

export function itemRefs(content: ItemContent, visit: Visit): ItemContent {
  const { opens, bundle, price } = content;
  return {
    ...refsIn(visit, formRefs(visit, content), { serviceId: 'service', owner: 'person' }),
    ...(price?.shownTo && {
      price: { ...price, shownTo: peopleRefs(visit, price.shownTo, 'price.shownTo') },
    }),
    ...(opens && { opens: destinationRefs(visit, opens, 'opens') }),
    ...(bundle && {
      bundle: bundle.map((part, index) => partRefs(visit, part, `bundle.${index}`)),
    }),
    categoryIds: refsTo(visit, 'category', content.categoryIds, 'categoryIds'),
    entitlement: entitlementRefs(visit, content.entitlement),
    fulfilment: fulfilmentRefs(visit, content.fulfilment),
    stages: content.stages.map((stage) => ({
      ...stage,
      statusIds: refsTo(visit, 'status', stage.statusIds, `stages.${stage.id}`),
    })),
    actions: refsIn(
      visit,
      content.actions,
      {
        confirmToStatusId: 'status',
        reopenToStatusId: 'status',
        cancelToStatusId: 'status',
        answeredToStatusId: 'status',
      },
      'actions',
    ),
    approvals: content.approvals.map((step, index) => approvalRefs(visit, step, `approvals.${index}`)),
    articles: content.articles.map((article) => ({
      ...article,
      pageId: refTo(visit, 'page', article.pageId, 'articles'),
    })),
    promise: refsIn(
      visit,
      content.promise,
      { firstResponseMetricId: 'metric', deliveryMetricId: 'metric' },
      'promise',
    ),
  };
}
