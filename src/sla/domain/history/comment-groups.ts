/** Whose groups a history must know: comment triggers may ask for an author of certain groups. */
import { triggersOf } from '../definitions/triggers-of';
import type { SlaDefinitions } from '../model';
import type { JiraComment } from './schema';

/** By account id: those of the groups named in comment triggers that the account is in, as of the reading. */
export type CommentGroups = Readonly<Record<string, readonly string[]>>;

/** The groups that comment triggers name; empty when nobody's groups need be known. */
export const groupsInComments = (definitions: Pick<SlaDefinitions, 'metrics'>): ReadonlySet<string> =>
  new Set(
    definitions.metrics
      .flatMap(triggersOf)
      .flatMap(([, trigger]) => (trigger.on === 'commented' ? (trigger.groups ?? []) : [])),
  );

/** The people among the authors of comments, each once: apps are in no group that answers. */
export const commenters = (comments: readonly JiraComment[]): readonly string[] => [
  ...new Set(
    comments.flatMap(({ author }) => (author && author.accountType !== 'app' ? [author.accountId] : [])),
  ),
];
