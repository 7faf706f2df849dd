/** The SLA runtime on Forge: storage, Jira as the app, queues, the clock. */
import { getAppContext } from '@forge/api';
import { readHistory, readStatusCategories } from '../../platform/jira/history';
import { putIssueProperty } from '../../platform/jira/escalation';
import { pushEvents } from '../../platform/queue/push';
import { POINTER_ENTITY, pointerKey, pointerSchema } from '../../platform/storage/issue-pointer';
import { readRowAndBlob } from '../../platform/storage/row-and-blob';
import { SLA_PROPERTY } from '../../shared/domain/names';
import { EMPTY_DEFINITIONS, storedDefinitionsSchema } from '../definitions-schema';
import { DEFINITIONS_KEY } from '../definitions-store';
import { crossingsOf, RELATION_FIELDS } from '../domain/children';
import { fieldsOf, restNameOf, type StatusCategories } from '../domain/history';
import type { SlaDefinitions } from '../domain/model';
import { RECORD_ENTITY, recordSchema, slaRecords } from '../record';
import { fillFields } from './jira-fields';
import { commentGroupsOf } from './comment-groups';
import type { DueEvent, FullHistory, SlaPorts } from './ports';

export const DUE_QUEUE = 'sla-due';

/** REST fields a history needs: what the definitions look at, and what identifies the issue. */
export const restFields = (definitions: SlaDefinitions): readonly string[] => [
  ...new Set([
    'created',
    'updated',
    'reporter',
    'project',
    'status',
    ...[...fieldsOf(definitions)].map(restNameOf),
    ...(crossingsOf(definitions).length === 0 ? [] : RELATION_FIELDS),
  ]),
];

const CATEGORIES_MS = 10 * 60_000;
const categories = new Map<string, { readonly until: number; readonly value: Promise<StatusCategories> }>();

/** Categories of the site's statuses, asked anew every ten minutes: per site, as a process may serve several. */
export function categoriesOfSite(): Promise<StatusCategories> {
  const site = getAppContext().installationAri.toString();
  const known = categories.get(site);
  if (known !== undefined && known.until > Date.now()) return known.value;
  const value = readStatusCategories();
  categories.set(site, { until: Date.now() + CATEGORIES_MS, value });
  value.catch(() => categories.delete(site));
  return value;
}

const dueQueueEvent = ({ issueId, at, gatherUntil }: DueEvent, now: number) => ({
  body: { issueId, at, ...(gatherUntil === undefined ? {} : { gatherUntil }) },
  delaySeconds: Math.max(0, (at - now) / 1000),
  serialise: `sla:${issueId}`,
});

/** As the app, with further fields if wanted; `null` when the issue is gone or hidden from it. */
export async function readFullHistory(
  issueId: string,
  definitions: SlaDefinitions,
  more: readonly string[] = [],
): Promise<FullHistory | null> {
  const [history, known] = await Promise.all([
    readHistory(issueId, [...restFields(definitions), ...more]),
    categoriesOfSite(),
  ]);
  if (history === null) return null;
  return { ...history, categories: known, groups: await commentGroupsOf(history.comments, definitions) };
}

export const slaPorts: SlaPorts = {
  now: () => Date.now(),
  async load(issueId) {
    const { row, beside, blob } = await readRowAndBlob(
      { entity: RECORD_ENTITY, key: issueId, schema: recordSchema },
      { entity: POINTER_ENTITY, key: pointerKey(issueId), schema: pointerSchema },
      { key: DEFINITIONS_KEY, schema: storedDefinitionsSchema },
    );
    return { record: row, definitions: blob?.definitions ?? EMPTY_DEFINITIONS, pointer: beside };
  },
  save: (record, expect) => slaRecords.put(record.state.issueId, record, expect),
  readHistory: readFullHistory,
  show: (issueId, property) => putIssueProperty(issueId, SLA_PROPERTY, property),
  fill: fillFields,
  async wake(events) {
    const now = Date.now();
    const taken = await pushEvents(
      DUE_QUEUE,
      events.map((event) => dueQueueEvent(event, now)),
    );
    return events.slice(0, taken.length);
  },
};
