import api, { route } from '@forge/api';
import * as v from 'valibot';
import { JiraRefused } from '../../../kernel/errors';
import { MESSAGE_PROPERTY, STEP_PROPERTY } from '../../../kernel/names';
import { appAccountId } from '../people/app-account';
import { doneJira, jsonBody, readJira } from '../client';

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
        v.nullable(
          v.object({
            accountId: v.optional(v.string()),
            displayName: v.optional(v.string()),
            accountType: v.optional(v.string()),
          }),
        ),
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
type Property = RawComment['properties'][number];

const internalSchema = v.object({ internal: v.literal(true) });
const messageSchema = v.object({ by: v.string() });

/**
 * The newest hundred comments everybody on the request may read, oldest first, asked as the app. Left out: internal
 * ones, those limited to a role or group, the app's own notices, and what it told customers beside a file. The app's properties count on
 * comments of its own account only: anybody who may comment can write them.
 */
export async function publicComments(issueId: string): Promise<readonly PublicComment[]> {
  const comments = await newestComments(issueId);
  const app = comments.some((each) => isMarked(each) || isOfAnApp(each)) ? await appAccountId() : null;
  return comments
    .flatMap((comment) => toPublic(comment, app !== null && comment.author?.accountId === app))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1));
}

async function newestComments(issueId: string): Promise<readonly RawComment[]> {
  const { comments } = await readJira(
    api
      .asApp()
      .requestJira(
        route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&maxResults=${MAX_COMMENTS}&expand=properties`,
      ),
    commentsSchema,
  );
  return comments;
}

const isOfAnApp = ({ author }: RawComment): boolean => author?.accountType === 'app';

const isMarked = ({ properties }: RawComment): boolean =>
  properties.some(({ key }) => key === MESSAGE_PROPERTY);

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
    // Of the app's own, messages alone: Service Management marks none that goes with a file.
    (byApp && !message.success);
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

const markSchema = v.object({ id: v.string() });
/** Jira's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Whether one of the newest hundred comments, written since an instant (ms) by the app or by a person, carries this mark. What
 * others wrote proves nothing.
 */
export async function isCommented(
  issueId: string,
  mark: string,
  since: number,
  person?: string,
): Promise<boolean> {
  const found = (await newestComments(issueId)).filter(
    ({ created, properties }) =>
      Date.parse(created) >= since - CLOCK_SKEW_MS && properties.some((property) => isMark(property, mark)),
  );
  if (found.length === 0) return false;
  const writers = [await appAccountId(), person];
  return found.some(({ author }) => author?.accountId !== undefined && writers.includes(author.accountId));
}

function isMark({ key, value }: Property, mark: string): boolean {
  const found = v.safeParse(markSchema, value);
  return key === STEP_PROPERTY && found.success && found.output.id === mark;
}

/** `mark` is what the comment can be found by later. */
const write = (
  as: Pick<ReturnType<typeof api.asApp>, 'requestJira'>,
  issueId: string,
  body: object,
  mark: string,
  properties: readonly Property[] = [],
): Promise<void> =>
  doneJira(
    as.requestJira(route`/rest/api/3/issue/${issueId}/comment`, {
      method: 'POST',
      ...jsonBody({ body, properties: [...properties, { key: STEP_PROPERTY, value: { id: mark } }] }),
    }),
  );

/** A public comment as the calling user; `false` when Jira does not let them comment on this issue. */
export async function commentAsUser(issueId: string, body: object, mark: string): Promise<boolean> {
  try {
    await write(api.asUser(), issueId, body, mark);
    return true;
  } catch (error) {
    if (error instanceof JiraRefused && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** A public comment by the app for somebody whose request this is (checked before). */
export const commentFor = (issueId: string, body: object, by: string, mark: string): Promise<void> =>
  write(api.asApp(), issueId, body, mark, [{ key: MESSAGE_PROPERTY, value: { by } }]);

/** An internal comment by the app, which requesters need not read: Jira tells those it mentions. */
export const noticeComment = (issueId: string, body: object, about: string, mark: string): Promise<void> =>
  write(api.asApp(), issueId, body, mark, [
    { key: MESSAGE_PROPERTY, value: { notice: about } },
    { key: 'sd.public.comment', value: { internal: true } },
  ]);
