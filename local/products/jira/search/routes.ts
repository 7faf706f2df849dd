import * as v from 'valibot';
import { type Actor } from '../../../kernel/types.ts';
import { bodyOf } from '../../shared/body.ts';
import { listParam, numberParam, offsetOf, tokenOf } from '../../shared/paging.ts';
import { get, ok, type Route, route } from '../../shared/router.ts';
import { chosenFields } from '../issues/bean.ts';
import { bulkChangeBean, type Change, changesAfter } from '../issues/changelog.ts';
import { issueBean } from '../issues/expanded.ts';
import { findIssue, type IssueRow } from '../issues/row.ts';
import { QueryError } from '../jql/ast.ts';
import { compileQuery } from '../jql/compile.ts';
import { parseQuery } from '../jql/parse.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { countIssues, findIssues, frameOf } from './find.ts';

const searchSchema = v.looseObject({
  jql: v.optional(v.string(), ''),
  nextPageToken: v.optional(v.nullable(v.string())),
  maxResults: v.optional(v.number(), 50),
  fields: v.optional(v.array(v.string()), []),
  expand: v.optional(v.string(), ''),
  properties: v.optional(v.array(v.string()), []),
});

type Search = v.InferOutput<typeof searchSchema>;

function search(site: Site, actor: Actor, asked: Search): object {
  const offset = offsetOf(asked.nextPageToken);
  const most = Math.min(asked.maxResults, 5000);
  const rows = findIssues(site, actor, asked.jql, offset, most + 1);
  const shown = rows.slice(0, most);
  const expand = new Set(asked.expand.split(',').map((name) => name.trim()));
  const fields = chosenFields(site, asked.fields, ['none']);
  const issues = shown.map((row) =>
    issueBean(site, actor, row, {
      fields,
      expand: new Set([...expand].filter((name) => name !== 'names' && name !== 'schema')),
      properties: asked.properties,
    }),
  );
  const isLast = rows.length <= most;
  return {
    issues,
    isLast,
    ...(isLast ? {} : { nextPageToken: tokenOf(offset + shown.length) }),
    ...(expand.has('names')
      ? { names: Object.fromEntries(fields.map((field) => [field.id, field.name])) }
      : {}),
  };
}

const changelogSchema = v.looseObject({
  issueIdsOrKeys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(1000)),
  fieldIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
  maxResults: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10_000)), 1000),
  nextPageToken: v.optional(v.nullable(v.string())),
});

function bulkChangelogs(site: Site, actor: Actor, asked: v.InferOutput<typeof changelogSchema>): object {
  const rows = asked.issueIdsOrKeys
    .flatMap((id) => findIssue(site, id) ?? [])
    .filter((row: IssueRow) => can(site, actor, 'BROWSE_PROJECTS', row.project_id, row));
  const offset = offsetOf(asked.nextPageToken);
  const page = changesAfter(
    site,
    rows.map((row) => row.id),
    offset,
    asked.maxResults + 1,
  );
  const shown = page.slice(0, asked.maxResults);
  const wanted = (change: Change): Change => ({
    ...change,
    items: change.items.filter(
      (item) => !asked.fieldIds || asked.fieldIds.includes(item.fieldId ?? item.field),
    ),
  });
  const byIssue = new Map<number, Change[]>();
  for (const change of shown.map(wanted)) {
    if (change.items.length > 0)
      byIssue.set(change.issueId, [...(byIssue.get(change.issueId) ?? []), change]);
  }
  return {
    issueChangeLogs: [...byIssue].map(([id, changes]) => ({
      issueId: String(id),
      changeHistories: changes.map((change) => bulkChangeBean(site, change)),
    })),
    ...(page.length > shown.length ? { nextPageToken: tokenOf(offset + shown.length) } : {}),
  };
}

function parsedQuery(site: Site, actor: Actor, query: string): object {
  try {
    compileQuery(parseQuery(query), frameOf(site, actor));
    return { query };
  } catch (error) {
    if (error instanceof QueryError) return { query, errors: [error.message] };
    throw error;
  }
}

/** Search by JQL, counts, checks of queries, and histories in bulk. */
export const searchRoutes = (site: Site): Route[] => [
  get('/rest/api/3/search/jql', (call) =>
    search(site, call.actor, {
      jql: call.query.get('jql') ?? '',
      nextPageToken: call.query.get('nextPageToken'),
      maxResults: numberParam(call, 'maxResults', 50),
      fields: listParam(call, 'fields'),
      expand: call.query.get('expand') ?? '',
      properties: listParam(call, 'properties'),
    }),
  ),
  route('POST', '/rest/api/3/search/jql', (call) => ok(search(site, call.actor, bodyOf(call, searchSchema)))),
  route('POST', '/rest/api/3/search/approximate-count', (call) =>
    ok({ count: countIssues(site, call.actor, bodyOf(call, v.looseObject({ jql: v.string() })).jql) }),
  ),
  route('POST', '/rest/api/3/jql/parse', (call) =>
    ok({
      queries: bodyOf(call, v.looseObject({ queries: v.array(v.string()) })).queries.map((query) =>
        parsedQuery(site, call.actor, query),
      ),
    }),
  ),
  route('POST', '/rest/api/3/changelog/bulkfetch', (call) =>
    ok(bulkChangelogs(site, call.actor, bodyOf(call, changelogSchema))),
  ),
];
