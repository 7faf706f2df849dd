import * as v from 'valibot';
import type { Actor, Product } from '../../kernel/types';
import type { ModuleModel } from '../manifest/schema';
import { ask } from './ask-product';
import { refuse } from './session';

/** What the page says it shows. Ids are looked up as the user; only the answers reach the app. */
const claimed = v.looseObject({
  issue: v.optional(
    v.looseObject({ key: v.optional(v.string()), id: v.optional(v.union([v.string(), v.number()])) }),
  ),
  content: v.optional(v.looseObject({ id: v.union([v.string(), v.number()]) })),
});

const ref = v.looseObject({ id: v.union([v.string(), v.number()]), key: v.string() });
const issueBean = v.looseObject({
  ...ref.entries,
  fields: v.looseObject({
    issuetype: v.looseObject({ id: v.string(), name: v.string() }),
    project: v.looseObject({ ...ref.entries, projectTypeKey: v.optional(v.string()) }),
  }),
});
const pageBean = v.looseObject({
  id: v.union([v.string(), v.number()]),
  spaceId: v.union([v.string(), v.number()]),
});
const spaceBean = v.looseObject({ ...ref.entries });
const permissionsBean = v.looseObject({
  permissions: v.record(v.string(), v.looseObject({ havePermission: v.boolean() })),
});

const ISSUE_MODULES = /^jira:issue/;
const CONTENT_MODULES = /^(macro|confluence:contentBylineItem)$/;
const ADMIN_MODULES = new Set(['jira:adminPage', 'confluence:globalSettings']);
/** Parts of an extension that the page may say freely: they describe the surface, not the data. */
const FREE = ['config', 'isEditing', 'macro', 'location', 'references', 'modal'];

export interface ExtensionDeps {
  readonly products: ReadonlyMap<string, Product>;
}

/**
 * Builds the `extension` part of a context for this module and user.
 * Refuses when the user may not see what the module would be shown on.
 */
export async function buildExtension(
  deps: ExtensionDeps,
  module: ModuleModel,
  input: unknown,
  actor: Actor,
): Promise<Readonly<Record<string, unknown>>> {
  const claim = v.parse(claimed, input ?? {});
  const free = Object.fromEntries(FREE.filter((name) => name in claim).map((name) => [name, claim[name]]));
  return { type: module.type, ...free, ...(await subject(deps, module.type, claim, actor)) };
}

async function subject(
  deps: ExtensionDeps,
  type: string,
  claim: v.InferOutput<typeof claimed>,
  actor: Actor,
): Promise<object> {
  const jira = deps.products.get('jira');
  const confluence = deps.products.get('confluence');
  if (ISSUE_MODULES.test(type)) {
    const issue = await ask(
      jira,
      `/rest/api/3/issue/${encodeURIComponent(String(claim.issue?.key ?? claim.issue?.id ?? ''))}?fields=issuetype,project`,
      actor,
      issueBean,
    );
    if (issue === undefined) return refuse(403, 'The work item does not exist or you may not see it.');
    const { issuetype, project } = issue.fields;
    return {
      issue: { id: String(issue.id), key: issue.key, type: issuetype.name, typeId: issuetype.id },
      project: { id: String(project.id), key: project.key, type: project.projectTypeKey ?? 'software' },
    };
  }
  if (CONTENT_MODULES.test(type)) return contentSubject(confluence, claim, actor);
  if (ADMIN_MODULES.has(type) && !(await isAdministrator(jira, actor)))
    refuse(403, 'Only administrators may open this page.');
  return {};
}

async function contentSubject(
  confluence: Product | undefined,
  claim: v.InferOutput<typeof claimed>,
  actor: Actor,
): Promise<object> {
  const page = await ask(
    confluence,
    `/wiki/api/v2/pages/${encodeURIComponent(String(claim.content?.id ?? ''))}`,
    actor,
    pageBean,
  );
  if (page === undefined) return refuse(403, 'The page does not exist or you may not see it.');
  const space = await ask(confluence, `/wiki/api/v2/spaces/${String(page.spaceId)}`, actor, spaceBean);
  return {
    content: { id: String(page.id), type: 'page' },
    space: { id: String(page.spaceId), key: space?.key ?? '' },
  };
}

/** True for administrators of the site. */
export async function isAdministrator(jira: Product | undefined, actor: Actor): Promise<boolean> {
  const answer = await ask(jira, '/rest/api/3/mypermissions?permissions=ADMINISTER', actor, permissionsBean);
  return answer?.permissions['ADMINISTER']?.havePermission ?? false;
}
