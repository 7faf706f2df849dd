import * as v from 'valibot';
import { type Actor } from '../../../kernel/types.ts';
import { type AdfNode, asDoc, textOfAdf } from '../../shared/adf.ts';
import { type Cause } from '../../shared/events.ts';
import { forbidden, invalidFields, ProductError } from '../../shared/product-error.ts';
import { project } from '../catalog/catalog.ts';
import { indexText } from '../issues/apply.ts';
import { type IssueRow, reload } from '../issues/row.ts';
import { issueForEvent, tell, tellAdded } from '../issues/tell.ts';
import { notifyOfComment } from '../notify/notify.ts';
import { can, rolesOf } from '../permissions/can.ts';
import { setProperty } from '../properties/store.ts';
import { type Site } from '../site.ts';
import { eventComment } from './bean.ts';
import { type CommentRow, type Visibility } from './row.ts';

const schema = v.looseObject({
  body: v.unknown(),
  visibility: v.optional(
    v.looseObject({
      type: v.picklist(['role', 'group']),
      value: v.optional(v.string()),
      identifier: v.optional(v.nullable(v.string())),
    }),
  ),
  properties: v.optional(v.array(v.looseObject({ key: v.string(), value: v.unknown() }))),
});

export interface CommentRequest {
  readonly body: AdfNode;
  readonly visibility: Visibility | undefined;
  readonly properties: readonly { readonly key: string; readonly value: unknown }[];
}

/** Reads a comment from a request; throws 400 when it has no document in its body. */
export function parseComment(raw: unknown): CommentRequest {
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success) throw new ProductError(400, ['The comment is not valid.']);
  const body = asDoc(parsed.output.body);
  if (!body)
    throw invalidFields({
      comment:
        parsed.output.body === undefined ? 'Comment body can not be empty!' : 'Comment body is not valid!',
    });
  const asked = parsed.output.visibility;
  const visibility = asked && {
    type: asked.type,
    value: asked.value ?? '',
    identifier: asked.identifier ?? asked.value,
  };
  return { body, visibility, properties: parsed.output.properties ?? [] };
}

/** Service projects mark internal comments with this property; in others it hides nothing, and every comment is public. */
const isInternal = (site: Site, issue: IssueRow, { properties }: CommentRequest): boolean =>
  project(site, String(issue.project_id))?.type === 'service_desk' &&
  properties.some(
    ({ key, value }) =>
      key === 'sd.public.comment' &&
      typeof value === 'object' &&
      value !== null &&
      'internal' in value &&
      value.internal === true,
  );

/** Who may be named in a restriction: only those groups and roles that exist, and that the author has. */
export function checkVisibility(
  site: Site,
  actor: Actor,
  issue: IssueRow,
  visibility: Visibility | undefined,
): void {
  if (!visibility || actor.kind === 'app') return;
  const accountId = actor.kind === 'user' ? actor.accountId : '';
  const names =
    visibility.type === 'role'
      ? rolesOf(site, issue.project_id, accountId)
      : site.users.groupsOf(accountId).flatMap((group) => [group.name, group.groupId]);
  if (
    names.includes(visibility.value) ||
    (visibility.identifier !== undefined && names.includes(visibility.identifier))
  )
    return;
  throw invalidFields({
    commentLevel: `You are not a member of the ${visibility.type} '${visibility.value}', so you can't restrict a comment to it.`,
  });
}

/** Adds a comment as the actor, tells so, and notifies whom it mentions. Throws 403 without the permission. */
export function addComment(
  site: Site,
  actor: Actor,
  issue: IssueRow,
  request: CommentRequest,
  cause: Cause,
): CommentRow {
  if (!can(site, actor, 'ADD_COMMENTS', issue.project_id, issue))
    throw forbidden('You do not have the permission to comment on this issue.');
  checkVisibility(site, actor, issue, request.visibility);
  const at = site.clock.now();
  const row = site.sql.tx(() => insertComment(site, issue, request, cause.accountId ?? null, at));
  notifyOfComment(site, issue, row, request.body);
  const told = reload(site, issue);
  tellAdded(site, told, { field: 'Comment', id: String(row.id), text: textOfAdf(request.body) }, at, cause);
  tell(site, 'avi:jira:commented:issue', at, cause, {
    issue: issueForEvent(site, told),
    comment: eventComment(site, row),
  });
  return row;
}

/** Writes a comment and its properties. */
export function insertComment(
  site: Site,
  issue: IssueRow,
  request: CommentRequest,
  author: string | null,
  at: number,
): CommentRow {
  const visibility = request.visibility ? JSON.stringify(request.visibility) : null;
  const id = site.sql.run(
    'insert into jira_comments (issue_id, author, editor, created, updated, body, visibility, internal) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [
      issue.id,
      author,
      author,
      at,
      at,
      JSON.stringify(request.body),
      visibility,
      Number(isInternal(site, issue, request)),
    ],
  );
  for (const { key, value } of request.properties) setProperty(site, 'comment', id, key, value);
  site.sql.run('update jira_issues set updated = max(updated, ?) where id = ?', [at, issue.id]);
  indexText(site, issue);
  const row = site.sql.one<CommentRow>('select * from jira_comments where id = ?', [id]);
  if (!row) throw new Error('The comment just written is not there.');
  return row;
}
