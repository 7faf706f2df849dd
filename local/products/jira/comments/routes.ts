import { bodyOf, jsonOf } from '../../shared/body.ts';
import * as v from 'valibot';
import { forbidden, invalidFields, notFound } from '../../shared/product-error.ts';
import { listParam, pageBean, pageOf } from '../../shared/paging.ts';
import { type Call, created, noContent, ok, type Route, route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { causeOf } from '../cause.ts';
import { indexText } from '../issues/apply.ts';
import { type IssueRow, reload, visibleIssue } from '../issues/row.ts';
import { issueForEvent, tell } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { deleteProperties } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { addComment, checkVisibility, parseComment } from './add.ts';
import { commentBean, type CommentExpand, eventComment } from './bean.ts';
import { canRead, type CommentRow, readableComments } from './row.ts';

const MISSING = 'Can not find a comment for the id: ';

/** A comment of an issue that the actor may read; else 404. */
export function readableComment(site: Site, call: Call, issue: IssueRow, id: string): CommentRow {
  const row = site.sql.one<CommentRow>('select * from jira_comments where id = ? and issue_id = ?', [
    Number(id),
    issue.id,
  ]);
  if (!row || !canRead(site, call.actor, issue, row)) throw notFound(`${MISSING}${id}.`);
  return row;
}

const expandOf = (call: Call): CommentExpand => {
  const names = listParam(call, 'expand');
  return { renderedBody: names.includes('renderedBody'), properties: names.includes('properties') };
};

function guardOwn(
  site: Site,
  call: Call,
  issue: IssueRow,
  comment: CommentRow,
  verb: 'EDIT' | 'DELETE',
): void {
  const own = comment.author !== null && comment.author === accountOf(call.actor);
  const allowed =
    can(site, call.actor, `${verb}_ALL_COMMENTS`, issue.project_id, issue) ||
    (own && can(site, call.actor, `${verb}_OWN_COMMENTS`, issue.project_id, issue));
  if (!allowed)
    throw forbidden(`You do not have permission to ${verb.toLowerCase()} comment with id: ${comment.id}.`);
}

function update(site: Site, call: Call, issue: IssueRow, row: CommentRow): CommentRow {
  guardOwn(site, call, issue, row, 'EDIT');
  const request = parseComment(jsonOf(call));
  checkVisibility(site, call.actor, issue, request.visibility);
  const visibility = request.visibility ? JSON.stringify(request.visibility) : null;
  site.sql.run('update jira_comments set body = ?, visibility = ?, editor = ?, updated = ? where id = ?', [
    JSON.stringify(request.body),
    visibility,
    accountOf(call.actor) ?? null,
    site.clock.now(),
    row.id,
  ]);
  indexText(site, issue);
  return readableComment(site, call, issue, String(row.id));
}

function remove(site: Site, call: Call, issue: IssueRow, row: CommentRow): void {
  guardOwn(site, call, issue, row, 'DELETE');
  const comment = eventComment(site, row);
  site.sql.tx(() => {
    deleteProperties(site, 'comment', row.id);
    site.sql.run('delete from jira_comments where id = ?', [row.id]);
    indexText(site, issue);
  });
  tell(site, 'avi:jira:deleted:comment', site.clock.now(), causeOf(call), {
    issue: issueForEvent(site, issue),
    comment,
  });
}

const listSchema = v.looseObject({ ids: v.array(v.number()) });

function listed(site: Site, call: Call): object {
  const { ids } = bodyOf(call, listSchema);
  if (ids.length > 1000) throw invalidFields({ ids: 'No more than 1000 comments can be asked for at once.' });
  const rows = site.sql.all<CommentRow>(
    'select * from jira_comments where id in (select value from json_each(?)) order by id',
    [JSON.stringify(ids)],
  );
  const seen = rows.filter((row) => {
    const issue = site.sql.one<IssueRow>('select * from jira_issues where id = ?', [row.issue_id]);
    return (
      issue &&
      can(site, call.actor, 'BROWSE_PROJECTS', issue.project_id, issue) &&
      canRead(site, call.actor, issue, row)
    );
  });
  return pageBean(
    seen.map((row) => commentBean(site, row, expandOf(call))),
    { startAt: 0, maxResults: 1000 },
  );
}

/** The comments of issues. */
export function commentRoutes(site: Site): Route[] {
  const issue = (call: Call): IssueRow => visibleIssue(site, call.actor, call.params['issueIdOrKey'] ?? '');
  const comment = (call: Call): CommentRow =>
    readableComment(site, call, issue(call), call.params['id'] ?? '');
  const at = '/rest/api/3/issue/{issueIdOrKey}/comment';
  return [
    route('GET', at, (call) => {
      const all = readableComments(site, call.actor, issue(call));
      const newestFirst = (call.query.get('orderBy') ?? 'created').startsWith('-');
      const { values, startAt, maxResults, total } = pageBean(
        newestFirst ? all.reverse() : all,
        pageOf(call, 100, 5000),
      );
      return ok({
        startAt,
        maxResults,
        total,
        comments: values.map((row) => commentBean(site, row, expandOf(call))),
      });
    }),
    route('POST', at, (call) =>
      created(
        commentBean(
          site,
          addComment(site, call.actor, issue(call), parseComment(jsonOf(call)), causeOf(call)),
          expandOf(call),
        ),
      ),
    ),
    route('GET', `${at}/{id}`, (call) => ok(commentBean(site, comment(call), expandOf(call)))),
    route('PUT', `${at}/{id}`, (call) =>
      ok(commentBean(site, update(site, call, issue(call), comment(call)), expandOf(call))),
    ),
    route('DELETE', `${at}/{id}`, (call) => {
      remove(site, call, reload(site, issue(call)), comment(call));
      return noContent();
    }),
    route('POST', '/rest/api/3/comment/list', (call) => ok(listed(site, call))),
  ];
}
