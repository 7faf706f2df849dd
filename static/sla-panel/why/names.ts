/** What Jira calls the ids that conditions name, read by the browser as the viewer. */
import * as v from 'valibot';
import type { Names } from '../../../src/sla/engine/words/names';
import { findGroups } from '../../shared/groups';
import { t } from '../../shared/i18n';
import { listJira } from '../../shared/list-jira';
import { askJira } from '../../shared/product';
import { readUser } from '../../shared/user-picker/users';
import { mentionedIn } from './mentioned';

type ById = Readonly<Record<string, string>>;

const Named = v.object({ id: v.string(), name: v.string() });
const WorkItem = v.object({ key: v.string(), fields: v.object({ summary: v.string() }) });
const Statuses = v.array(
  v.object({
    ...Named.entries,
    statusCategory: v.nullish(v.object({ key: v.string(), name: v.optional(v.string()) })),
  }),
);

const byId = (list: readonly v.InferOutput<typeof Named>[]): ById =>
  Object.fromEntries(list.map(({ id, name }) => [id, name]));

/** Answers that came, kept while the panel is open; one that failed is asked for again next time. */
const once = <T>(read: (key: string) => Promise<T>): ((key: string, otherwise: T) => Promise<T>) => {
  const kept = new Map<string, Promise<T>>();
  return (key, otherwise) => {
    const answer = kept.get(key) ?? read(key);
    kept.set(key, answer);
    return answer.catch(() => {
      kept.delete(key);
      return otherwise;
    });
  };
};

/** What could not be read keeps its ids. */
const listed = once((path) => askJira(path, v.array(Named)).then(byId));
const paged = once((path) => listJira(path, Named).then(byId));
const statusesOf = once((path) => askJira(path, Statuses));

interface SiteNames {
  readonly fields: ById;
  readonly statuses: ById;
  readonly categories: ById;
  readonly priority: ById;
  readonly issuetype: ById;
  readonly resolution: ById;
}

async function readSite(): Promise<SiteNames> {
  const [fields, priority, issuetype, resolution, all] = await Promise.all([
    listed('/rest/api/3/field', {}),
    paged('/rest/api/3/priority/search', {}),
    listed('/rest/api/3/issuetype', {}),
    paged('/rest/api/3/resolution/search', {}),
    statusesOf('/rest/api/3/status', []),
  ]);
  const categories = all.flatMap(({ statusCategory: category }) =>
    category?.name === undefined ? [] : [[category.key, category.name] as const],
  );
  return {
    // System fields have names in the panel's own texts; only custom ones need Jira's.
    fields: Object.fromEntries(Object.entries(fields).filter(([id]) => id.startsWith('customfield_'))),
    statuses: byId(all),
    categories: Object.fromEntries(categories),
    priority,
    issuetype,
    resolution,
  };
}

const projectName = once(async (id) => {
  const { name } = await askJira(
    `/rest/api/3/project/${encodeURIComponent(id)}`,
    v.object({ name: v.string() }),
  );
  return name;
});
/** Whoever may not browse groups sees them as the definition names them. */
const groupName = once(async (group) => {
  const found = (await findGroups([group])).find(({ groupId, name }) => groupId === group || name === group);
  return found?.name ?? group;
});
/** Key and summary of a work item below, if the viewer may see it. */
const workItemName = once(async (id) => {
  const { key, fields } = await askJira(
    `/rest/api/3/issue/${encodeURIComponent(id)}?fields=summary`,
    WorkItem,
  );
  return `${key} ${fields.summary}`;
});
const userName = once(async (id) => (await readUser(id)).displayName);

const each = async (
  ids: Iterable<string>,
  nameOf: (id: string, otherwise: string) => Promise<string>,
): Promise<ById> =>
  Object.fromEntries(await Promise.all([...ids].map(async (id) => [id, await nameOf(id, id)] as const)));

/** Names for all that some conditions, triggers or values mention; what the viewer may not see keeps its id. */
export async function readNames(evidence: unknown): Promise<Names> {
  const mentioned = mentionedIn(evidence);
  const people = ['assignee', 'reporter'].flatMap((field) => [...(mentioned.get(field) ?? [])]);
  const [known, projects, groups, issue, user] = await Promise.all([
    readSite(),
    each(mentioned.get('projectId') ?? [], projectName),
    each(mentioned.get('group') ?? [], groupName),
    each(mentioned.get('issue') ?? [], (id) => workItemName(id, t('sla.hiddenWorkItem'))),
    each(new Set(people), userName),
  ]);
  return {
    field: known.fields,
    status: known.statuses,
    priority: known.priority,
    assignee: user,
    reporter: user,
    statusCategory: known.categories,
    issuetype: known.issuetype,
    resolution: known.resolution,
    projectId: projects,
    group: groups,
    issue,
  };
}
