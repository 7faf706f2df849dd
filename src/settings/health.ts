import { erasedAccounts } from '../privacy';
import { allHeads, type AskJira, idsOf, itemsOf, lackingOf, readStructure, surroundings } from '../catalog';
import { checkItem } from '../catalog/domain/item/check-item';
import type { Item, ItemHead, Text } from '../catalog/domain/model';
import { instantParam, type Params, textParam } from '../kernel/finding';
import { groupBy } from '../kernel/group-by';
import type { FailedStep, LeftApproval, Refusal, UsualTimes } from '../requests';
import type { Health, HealthRow } from './domain/answers';
import { type Found, peopleFound } from '../people';
import { readDisplay } from '../sla';
import { namesOf } from './item-names';

export interface HealthPorts {
  readonly slaHealth: () => Promise<Health>;
  readonly refusals: () => Promise<readonly Refusal[]>;
  readonly failedSteps: () => Promise<readonly FailedStep[]>;
  readonly leftApprovals: () => Promise<readonly LeftApproval[]>;
  readonly askJira: AskJira;
  /** How long deliveries of each item take, by metric. */
  readonly usual?: () => Promise<UsualTimes>;
}

const HOUR_MS = 3_600_000;

const accountsClosed = (count: number): HealthRow => ({
  code: 'sla.accountsClosed',
  severity: 'info',
  whose: 'sla',
  at: '',
  params: { count },
});

/** What an admin should mend before a requester meets it: errors first. */
export async function health(ports: HealthPorts): Promise<Health> {
  const stored = allHeads();
  const read = stored.then(liveItems);
  const [heads, live, lacking, structure, closed, sla, refusals, failed, left, people, display, usual] =
    await Promise.all([
      stored,
      read,
      read.then(lackingOf),
      readStructure(),
      erasedAccounts(),
      ports.slaHealth(),
      ports.refusals(),
      ports.failedSteps(),
      ports.leftApprovals(),
      peopleFound(),
      readDisplay(),
      ports.usual?.() ?? {},
    ]);
  const names: Names = new Map(heads.map(({ id, name }) => [id, name]));
  const offered = live.filter(({ state }) => state === 'published');
  const around = { ...surroundings(structure), itemIds: idsOf(offered), languages: display.languages };
  const jiraOf = await ports.askJira(offered.map(({ content }) => content));
  const problems = live.flatMap((item) => {
    const jira = item.state === 'published' && { jira: jiraOf(item.content) };
    return problemRows(item, checkItem(item.content, { ...around, ...lacking.get(item.id), ...jira }));
  });
  const order: readonly HealthRow['severity'][] = ['error', 'warning', 'info'];
  const refused = live.flatMap((item) => refusedRows(item, refusals));
  const slow = offered.flatMap((item) => slowRows(item, usual));
  const gone = closed === 0 ? [] : [accountsClosed(closed)];
  const requests = [
    ...failed.map((each) => failedRow(each, names)),
    ...left.map((each) => leftRow(each, names)),
  ];
  const rows = [
    ...requests,
    ...peopleRows(people),
    ...refused,
    ...problems,
    ...slow,
    ...gone,
    ...sla.rows,
  ].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return { ...sla, rows };
}

/** With their content: what Jira says of an item depends on all of it. */
const liveItems = (heads: readonly ItemHead[]): Promise<readonly Item[]> =>
  itemsOf(heads.filter(({ state }) => state !== 'retired'));

/**
 * One row per item and kind of warning, with how often it occurs: thirty missing translations are one row. Of errors each is
 * told: they name what stops the item. What was never published stops nobody: a draft is noted, no more.
 */
function problemRows(item: Item, problems: ReturnType<typeof checkItem>): readonly HealthRow[] {
  const alike = groupBy(problems, ({ code, severity, params }) =>
    severity === 'error' ? JSON.stringify([code, params]) : code,
  );
  return [...alike.values()].map((same) => ({
    code: `item.${same[0]?.code ?? 'noName'}`,
    severity: item.state === 'draft' ? 'info' : (same[0]?.severity ?? 'warning'),
    whose: `item:${item.id}`,
    at: '',
    params: { ...same[0]?.params, ...namesOf(item), count: same.length },
  }));
}

/** Items by their ids, as they are called now. */
type Names = ReadonlyMap<string, Text>;

const about = ({ itemId, item }: FailedStep | LeftApproval, names: Names) => ({
  item: textParam(names.get(itemId) ?? { en: item }),
});

/** What follows a request and could not be done: it can be tried again once it is mended. */
const failedRow = (failed: FailedStep, names: Names): HealthRow => ({
  code: 'request.stepFailed',
  severity: 'error',
  whose: `item:${failed.itemId}`,
  at: '',
  params: {
    ...about(failed, names),
    stepId: failed.id,
    step: failed.step,
    why: failed.why,
    at: instantParam(Date.parse(failed.decidedAt)),
    owner: failed.owner,
    requester: failed.requester,
  },
  ...(failed.issueKey && { issues: [failed.issueKey] }),
});

/** An approver who left: others decide, or nobody can. */
const leftRow = (found: LeftApproval, names: Names): HealthRow => ({
  code: 'request.approverLeft',
  severity: found.left === 'nobody' ? 'error' : 'warning',
  whose: `item:${found.itemId}`,
  at: '',
  params: { ...about(found, names), left: found.left },
  ...(found.issueKey && { issues: [found.issueKey] }),
});

/** Of records that can't be relied on, and of people that something needs a record of, only how many: who is told on their page. */
function peopleRows(found: Found | null): readonly HealthRow[] {
  if (found === null) return [];
  const { gone, old, without } = found;
  const row = (code: HealthRow['code'], params: Params): HealthRow => ({
    code,
    severity: 'warning',
    whose: 'person',
    at: '',
    params,
  });
  return [
    ...(gone + old > 0 ? [row('people.stale', { gone, old })] : []),
    ...(without > 0 ? [row('people.missing', { count: without })] : []),
  ];
}

/** Of an item whose deliveries take longer than it promises, more often than its page can bear. */
function slowRows(item: Item, usual: UsualTimes): readonly HealthRow[] {
  const found = usual[item.id]?.delivery?.[item.content.promise.deliveryMetricId ?? ''];
  if (!found?.isLate) return [];
  const params = { ...namesOf(item), hours: Math.ceil(found.p85 / HOUR_MS), count: found.count };
  return [{ code: 'request.slowDelivery', severity: 'warning', whose: `item:${item.id}`, at: '', params }];
}

/** Jira's words to the last request it refused of the item as it is published now. */
const refusedRows = (item: Item, refusals: readonly Refusal[]): readonly HealthRow[] =>
  refusals
    .filter(({ itemId, version }) => itemId === item.id && version === item.version)
    .map(({ at, why }) => ({
      code: 'mapping.refused' as const,
      severity: 'error' as const,
      whose: `item:${item.id}`,
      at: '',
      params: { ...namesOf(item), at: instantParam(Date.parse(at)), why },
    }));
