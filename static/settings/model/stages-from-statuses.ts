import type { ItemContent, RequesterActions, Stage, Text } from '../../../src/catalog/domain/model';
import type { TypeStatus } from '../directory/use-space-types';

/** Names of Jira's own workflows, as requesters read them; any other status keeps its name. */
const NAMES: Readonly<Record<string, Text>> = {
  'to do': { en: 'Received', ru: 'Получено' },
  open: { en: 'Received', ru: 'Получено' },
  new: { en: 'Received', ru: 'Получено' },
  backlog: { en: 'Received', ru: 'Получено' },
  'in progress': { en: 'In progress', ru: 'В работе' },
  'waiting for approval': { en: 'Waiting for approval', ru: 'На согласовании' },
  'waiting for requester': { en: 'Waiting for your answer', ru: 'Ждём вашего ответа' },
  'waiting for customer': { en: 'Waiting for your answer', ru: 'Ждём вашего ответа' },
  'waiting for vendor': { en: 'Waiting for a supplier', ru: 'Ждём поставщика' },
  done: { en: 'Done', ru: 'Готово' },
  resolved: { en: 'Resolved', ru: 'Решено' },
  closed: { en: 'Closed', ru: 'Закрыто' },
  cancelled: { en: 'Cancelled', ru: 'Отменено' },
  canceled: { en: 'Cancelled', ru: 'Отменено' },
  declined: { en: 'Declined', ru: 'Отклонено' },
};

function kindOf({ name, category }: TypeStatus): Stage['kind'] {
  if (category !== 'done') return 'open';
  if (/cancel|declin|reject|withdraw|отмен|отклон/i.test(name)) return 'cancelled';
  return /clos|закры/i.test(name) ? 'closed' : 'resolved';
}

/** Who acts while a work item is in a status, told by its name. */
export function actorOf({ name, category }: TypeStatus): Stage['actor'] {
  if (category === 'done') return 'nobody';
  if (/approv|согласован/i.test(name)) return 'approver';
  return /(wait|pending|ожид|ждём|ждем).*(customer|requester|reporter|клиент|автор|заявител)/i.test(name)
    ? 'requester'
    : 'provider';
}

const stageOf = (status: TypeStatus): Stage => ({
  id: `status-${status.id}`,
  name: NAMES[status.name.toLowerCase()] ?? { en: status.name, ru: status.name },
  statusIds: [status.id],
  actor: actorOf(status),
  kind: kindOf(status),
});

/** The content with a stage for each status that has none yet, and with the requester's actions that follow from them. */
export function withStages(content: ItemContent, statuses: readonly TypeStatus[]): ItemContent {
  const known = new Set(content.stages.flatMap(({ statusIds }) => statusIds));
  const added = statuses.filter(({ id }) => !known.has(id)).map(stageOf);
  const stages = [...content.stages, ...added];
  const first = (kind: Stage['kind'], actor?: Stage['actor']) =>
    stages.filter((stage) => stage.kind === kind && (actor ?? stage.actor) === stage.actor);
  const work = first('open', 'provider');
  const back = (work[1] ?? work[0])?.statusIds[0];
  const derived: Partial<Record<keyof RequesterActions, string | undefined>> = {
    confirmToStatusId: first('resolved').length > 0 ? first('closed')[0]?.statusIds[0] : undefined,
    reopenToStatusId: back,
    cancelToStatusId: first('cancelled')[0]?.statusIds[0],
    answeredToStatusId: first('open', 'requester').length > 0 ? back : undefined,
  };
  const wanted = Object.fromEntries(Object.entries(derived).filter(([, status]) => status !== undefined));
  return { ...content, stages, actions: { ...wanted, ...content.actions } };
}
