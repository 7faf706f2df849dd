import { jsonOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { forbidden, notFound } from '../../shared/product-error.ts';
import { listParam, pageBean, pageOf } from '../../shared/paging.ts';
import { act, type Call, created, get, route, type Route } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { indexText } from '../issues/apply.ts';
import { issueIn, type IssueRow, reload } from '../issues/row.ts';
import { issueForEvent, tell } from '../issues/tell.ts';
import { can } from '../permissions/can.ts';
import { deleteProperties } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { addComment, parseComment } from './add.ts';
import { commentBean, eventComment } from './bean.ts';
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

const withProperties = (call: Call): boolean => listParam(call, 'expand').includes('properties');

function guardDeletion(site: Site, call: Call, issue: IssueRow, comment: CommentRow): void {
  const own = comment.author !== null && comment.author === accountOf(call.actor);
  const allowed =
    can(site, call.actor, 'DELETE_ALL_COMMENTS', issue.project_id, issue) ||
    (own && can(site, call.actor, 'DELETE_OWN_COMMENTS', issue.project_id, issue));
  if (!allowed) throw forbidden(`You do not have permission to delete comment with id: ${comment.id}.`);
}

function remove(site: Site, call: Call, issue: IssueRow, row: CommentRow): void {
  guardDeletion(site, call, issue, row);
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

/** The comments of issues. */
export function commentRoutes(site: Site): Route[] {
  const issue = (call: Call): IssueRow => issueIn(site, call);
  const comment = (call: Call): CommentRow =>
    readableComment(site, call, issue(call), call.params['id'] ?? '');
  const at = '/rest/api/3/issue/{issueIdOrKey}/comment';
  return [
    get(at, (call) => {
      const all = readableComments(site, call.actor, issue(call));
      const newestFirst = (call.query.get('orderBy') ?? 'created').startsWith('-');
      const { values, startAt, maxResults, total } = pageBean(
        newestFirst ? all.reverse() : all,
        pageOf(call, 100, 5000),
      );
      return {
        startAt,
        maxResults,
        total,
        comments: values.map((row) => commentBean(site, row, withProperties(call))),
      };
    }),
    route('POST', at, (call) =>
      created(
        commentBean(
          site,
          addComment(site, call.actor, issue(call), parseComment(jsonOf(call)), causeOf(call)),
          withProperties(call),
        ),
      ),
    ),
    get(`${at}/{id}`, (call) => commentBean(site, comment(call), withProperties(call))),
    act('DELETE', `${at}/{id}`, (call) => {
      remove(site, call, reload(site, issue(call)), comment(call));
    }),
  ];
}
