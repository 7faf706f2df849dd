import { account } from '../company/accounts';
import { ARTICLES } from '../articles/all';
import { FIELD, PRIORITY, PROJECTS, STATUS, TYPE } from '../company/ids';
import { t } from './fields';
import { FACILITY_ITEMS } from './items-fac';
import { FINANCE_ITEMS } from './items-fin';
import { HR_ITEMS } from './items-hr';
import { ACCESS_ITEMS } from './items-it-access';
import { HARDWARE_ITEMS } from './items-it-devices';
import type { ItemSpec, Mapping, Text } from './types';

export const ITEM_SPECS: readonly ItemSpec[] = [
  ...HARDWARE_ITEMS,
  ...ACCESS_ITEMS,
  ...HR_ITEMS,
  ...FACILITY_ITEMS,
  ...FINANCE_ITEMS,
];

/** How fast an item is delivered: a label on its issues that the delivery goals look at. */
const SPEED: Readonly<Record<string, 'same-day' | 'hardware' | 'by-date'>> = {
  headset: 'same-day',
  vpn: 'same-day',
  visitor: 'same-day',
  'access-card': 'same-day',
  laptop: 'hardware',
  phone: 'hardware',
  purchase: 'hardware',
  event: 'by-date',
  'desk-move': 'by-date',
};

const stage = (id: string, name: Text, statusIds: readonly string[], actor: string, kind: string) => ({
  id,
  name,
  statusIds,
  actor,
  kind,
});

const APPROVAL_STAGE = stage(
  'approval',
  t('Waiting for approval', 'На согласовании'),
  [STATUS.approval],
  'approver',
  'open',
);

function stages(spec: ItemSpec) {
  return [
    stage('received', t('Received', 'Получена'), [STATUS.new], 'provider', 'open'),
    ...(spec.approval ? [APPROVAL_STAGE] : []),
    stage(
      'work',
      t('In progress', 'В работе'),
      [STATUS.progress, STATUS.vendor, ...(spec.approval ? [] : [STATUS.approval])],
      'provider',
      'open',
    ),
    stage('you', t('Your turn', 'Ваш ход'), [STATUS.requester], 'requester', 'open'),
    stage(
      'done',
      t('Done: please confirm', 'Готово: подтвердите'),
      [STATUS.resolved],
      'requester',
      'resolved',
    ),
    stage('closed', t('Closed', 'Закрыта'), [STATUS.closed], 'nobody', 'closed'),
    stage('cancelled', t('Cancelled', 'Отменена'), [STATUS.cancelled], 'nobody', 'cancelled'),
  ];
}

function approvals(spec: ItemSpec) {
  if (!spec.approval) return [];
  return [
    {
      approvers: [account('maria')],
      rule: 'any' as const,
      ...(spec.approval === 'always' ? {} : { when: spec.approval }),
      waitingStatusId: STATUS.approval,
      approvedToStatusId: STATUS.progress,
      declinedToStatusId: STATUS.cancelled,
    },
  ];
}

/** An answer that is an option becomes its English words where Jira keeps text. */
function inWords(spec: ItemSpec, mapping: Mapping): Mapping {
  const source = mapping.source;
  if (mapping.jiraField !== FIELD.assetModel || source.kind !== 'answer') return mapping;
  const options = spec.form.find((field) => field.id === source.field)?.options ?? [];
  return { ...mapping, valueMap: Object.fromEntries(options.map((option) => [option.id, option.label.en])) };
}

const ORDINARY: Mapping = { jiraField: 'priority', source: { kind: 'constant', value: PRIORITY.medium } };

/** Where the answers go: every issue has a priority, asked for or ordinary. */
export function itemMappings(spec: ItemSpec): readonly Mapping[] {
  const mappings = spec.mappings.map((mapping) => inWords(spec, mapping));
  return mappings.some((mapping) => mapping.jiraField === 'priority') ? mappings : [...mappings, ORDINARY];
}

export function itemLabels(spec: ItemSpec): readonly string[] {
  const speed = SPEED[spec.id];
  return speed ? [spec.id, speed] : [spec.id];
}

const nobody = { groups: [], users: [] };
const titleOf = (pageId: string): string =>
  ARTICLES.find((article) => article.id === pageId)?.title ?? pageId;

interface Ids {
  readonly groupId: (name: string) => string;
  readonly pageId: (articleId: string) => string;
}

/** One item as the import reads it, with the site's own ids. */
export function buildItem(spec: ItemSpec, ids: Ids) {
  const type = spec.type ?? 'request';
  return {
    id: spec.id,
    state: 'published' as const,
    content: {
      name: spec.name,
      summary: spec.summary,
      description: spec.description,
      included: spec.included ?? spec.summary,
      audience: spec.audience ?? t('Everybody in the company', 'Все сотрудники'),
      categoryIds: spec.categories,
      serviceId: spec.service,
      icon: spec.icon,
      keywords: spec.keywords,
      owner: account('sergey'),
      ...(spec.price === undefined ? {} : { price: { amount: spec.price, currency: 'EUR' } }),
      entitlement: {
        availableFor: spec.forGuests
          ? nobody
          : { groups: [ids.groupId(spec.managersOnly ? 'managers' : 'pledge-staff')], users: [] },
        notAvailableFor: nobody,
      },
      ...(spec.form.some(({ id }) => id === 'recipient')
        ? {
            onBehalf: {
              field: 'recipient',
              access: spec.managersOnly ? ('delegated' as const) : ('restricted' as const),
            },
          }
        : {}),
      form: spec.form,
      fulfilment: {
        projectId: PROJECTS[spec.project],
        projectKey: spec.project,
        issueTypeId: TYPE[type],
        summary: spec.issueSummary ?? '{{item}}: {{requester}}',
        mappings: itemMappings(spec),
        labels: itemLabels(spec),
      },
      stages: stages(spec),
      actions: {
        confirmToStatusId: STATUS.closed,
        reopenToStatusId: STATUS.progress,
        cancelToStatusId: STATUS.cancelled,
        answeredToStatusId: STATUS.progress,
        reopenWithinDays: 14,
      },
      approvals: approvals(spec),
      articles: spec.articles.map((id) => ({ pageId: ids.pageId(id), title: titleOf(id) })),
      knowledgeScope: { spaceKeys: [spec.project], labels: [] },
      promise: {
        firstResponseMetricId: 'first-response',
        deliveryMetricId: type === 'incident' ? 'resolution' : 'delivery',
      },
    },
  };
}
