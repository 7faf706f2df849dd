import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../kernel/errors';
import { COMMENT_PROPERTY, MESSAGE_PROPERTY, STEP_PROPERTY } from '../../kernel/names';
import { appAccountId } from './app-account';
import { doneJira, jsonBody, readJira } from './client';

export interface PublicComment {
  readonly id: string;
  readonly author: { readonly accountId: string | null; readonly name: string };
  /** Whom the app wrote for, where it lent its hand to somebody without permission to comment. */
  readonly onBehalfOf?: string;
  readonly created: string;
  /** Atlassian Document Format. */
  readonly body: unknown;
}

const MAX_COMMENTS = 100;

const commentsSchema = v.object({
  comments: v.array(
    v.object({
      id: v.string(),
      author: v.optional(
        v.nullable(v.object({ accountId: v.optional(v.string()), displayName: v.optional(v.string()) })),
      ),
      created: v.string(),
      body: v.unknown(),
      jsdPublic: v.optional(v.boolean(), true),
      visibility: v.optional(v.unknown()),
      properties: v.optional(v.array(v.object({ key: v.string(), value: v.unknown() })), []),
    }),
  ),
});
type RawComment = v.InferOutput<typeof commentsSchema>['comments'][number];

const internalSchema = v.object({ internal: v.literal(true) });
const messageSchema = v.object({ by: v.string() });

/**
 * The newest hundred comments everybody on the request may read, oldest first, asked as the app. Left out: internal
 * ones, those limited to a role or group, and the app's own notices and escalations. The app's properties count on
 * comments of its own account only: anybody who may comment can write them.
 */
export async function publicComments(issueId: string): Promise<readonly PublicComment[]> {
  const answer = await readJira(
    api
      .asApp()
      .requestJira(
        route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${MAX_COMMENTS}&expand=properties`,
        { method: 'GET' },
      ),
    commentsSchema,
  );
  const app = answer.comments.some(isMarked) ? await appAccountId() : null;
  return answer.comments
    .flatMap((comment) => toPublic(comment, app !== null && comment.author?.accountId === app))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1));
}

const isMarked = ({ properties }: RawComment): boolean =>
  properties.some(({ key }) => key === COMMENT_PROPERTY || key === MESSAGE_PROPERTY);

function toPublic(comment: RawComment, byApp: boolean): readonly PublicComment[] {
  const properties = new Map(
    comment.properties
      .filter((property) => byApp || property.key === 'sd.public.comment')
      .map((property) => [property.key, property.value]),
  );
  const message = v.safeParse(messageSchema, properties.get(MESSAGE_PROPERTY));
  const internal =
    !comment.jsdPublic ||
    (comment.visibility !== undefined && comment.visibility !== null) ||
    v.is(internalSchema, properties.get('sd.public.comment')) ||
    properties.has(COMMENT_PROPERTY) ||
    (properties.has(MESSAGE_PROPERTY) && !message.success);
  if (internal) return [];
  const author = { accountId: comment.author?.accountId ?? null, name: comment.author?.displayName ?? '' };
  return [
    {
      id: comment.id,
      author,
      created: comment.created,
      body: comment.body,
      ...(message.success && { onBehalfOf: message.output.by }),
    },
  ];
}

const marked = (mark: string) => ({ key: STEP_PROPERTY, value: { id: mark } });
const markSchema = v.object({ id: v.string() });

/** Whether one of the newest hundred comments carries this mark, whoever wrote it. */
export async function isCommented(issueId: string, mark: string): Promise<boolean> {
  const answer = await readJira(
    api
      .asApp()
      .requestJira(
        route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${MAX_COMMENTS}&expand=properties`,
        { method: 'GET' },
      ),
    commentsSchema,
  );
  return answer.comments.some(({ properties }) =>
    properties.some(({ key, value }) => {
      const found = v.safeParse(markSchema, value);
      return key === STEP_PROPERTY && found.success && found.output.id === mark;
    }),
  );
}

/** A public comment as the calling user; `false` when Jira does not let them comment on this issue. */
export async function commentAsUser(issueId: string, body: object, mark: string): Promise<boolean> {
  try {
    await doneJira(
      api.asUser().requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
        method: 'POST',
        ...jsonBody({ body, properties: [marked(mark)] }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof JiraRefused && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** A public comment by the app for somebody whose request this is (checked before). */
export const commentFor = (issueId: string, body: object, by: string, mark: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      ...jsonBody({ body, properties: [{ key: MESSAGE_PROPERTY, value: { by } }, marked(mark)] }),
    }),
  );

/** A comment by the app that requesters need not read: Jira tells those it mentions. */
export const noticeComment = (issueId: string, body: object, about: string, mark: string): Promise<void> =>
  doneJira(
    api.asApp().requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      ...jsonBody({
        body,
        properties: [
          { key: MESSAGE_PROPERTY, value: { notice: about } },
          { key: 'sd.public.comment', value: { internal: true } },
          marked(mark),
        ],
      }),
    }),
  );
