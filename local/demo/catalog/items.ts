import { account } from '../company/accounts';
import { ARTICLES } from '../articles/all';
import { PROJECTS, STATUS, TYPE } from '../company/ids';
import type { ItemSpec } from './specs';
import { STAGES } from './structure';

const stagesOf = (spec: ItemSpec) =>
  spec.approval
    ? STAGES
    : STAGES.filter(({ id }) => id !== 'approval').map((stage) =>
        stage.id === 'work' ? { ...stage, statusIds: [...stage.statusIds, STATUS.approval] } : stage,
      );

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

export const itemLabels = ({ id, speed }: ItemSpec): readonly string[] => (speed ? [id, speed] : [id]);

const nobody = { groups: [], users: [] };
const titleOf = (pageId: string): string =>
  ARTICLES.find((article) => article.id === pageId)?.title ?? pageId;

interface Ids {
  readonly groupId: (name: string) => string;
  readonly pageId: (articleId: string) => string;
}

/** One item as the import reads it, with the site's own ids. */
export function buildItem(spec: ItemSpec, ids: Ids) {
  return {
    id: spec.id,
    state: 'published' as const,
    content: {
      name: spec.name,
      summary: spec.summary,
      description: spec.description,
      included: spec.included ?? { en: '' },
      audience: spec.audience,
      categoryIds: spec.categories,
      serviceId: spec.service,
      icon: spec.icon,
      keywords: spec.keywords,
      ...(spec.catchAll && { catchAll: spec.catchAll }),
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
      ...(spec.shares && { joining: { shows: spec.shares } }),
      form: spec.form,
      fulfilment: {
        projectId: PROJECTS[spec.project],
        projectKey: spec.project,
        issueTypeId: TYPE[spec.type],
        summary: spec.issueSummary ?? '{{item}}: {{requester}}',
        mappings: spec.mappings,
        labels: itemLabels(spec),
      },
      stages: stagesOf(spec),
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
        deliveryMetricId: spec.type === 'incident' ? 'resolution' : 'delivery',
      },
    },
  };
}
