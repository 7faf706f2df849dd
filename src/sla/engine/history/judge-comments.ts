/** Who wrote each comment and since when it is public, as facts and as what is to be remembered of it. */
import type { CommentAuthor, Fact, Instant } from '../model';
import type { KeptComment, KeptComments } from './kept-comments';
import type { JiraComment } from './schema';

/** What a person is to a work item, as far as Jira or the app could say now. */
export interface Standing {
  /** By the site's rule. */
  readonly agent: boolean;
  /** The work item is about their request: they asked for it, or it was asked for them. */
  readonly asks?: true;
  /** Of the groups that comment triggers name, those they are in. */
  readonly groups?: readonly string[];
}

/** By account id; who is missing could not be judged. */
export type Standings = Readonly<Record<string, Standing>>;

export interface Judging {
  /** What authors are judged by now. */
  readonly by: string;
  /** Whether triggers name groups, so that everybody's must be known. */
  readonly groups: boolean;
  /** The reporter and the participants at an instant. */
  readonly requestersAt: (at: Instant) => readonly string[];
  readonly kept?: KeptComments | undefined;
  readonly standings?: Standings | undefined;
  /** When Jira was read. */
  readonly readAt?: Instant | undefined;
}

/** The author of a comment as far as its own time tells; undefined when it takes more to know. */
const certainAuthor = ({ author, created }: JiraComment, judging: Judging): CommentAuthor | undefined => {
  if (!author) return 'other';
  if (author.accountType === 'app') return 'app';
  // A portal-only customer is an agent nowhere, and comments only where they take part.
  if (author.accountType === 'customer') return 'requester';
  return judging.requestersAt(created).includes(author.accountId) ? 'requester' : undefined;
};

const judgedBefore = ({ kept, by }: Judging, id: string): KeptComment | undefined =>
  kept?.by === by ? kept.of[id] : undefined;

/** Whose standing must be asked before these comments can be judged, each once. */
export const strangersIn = (comments: readonly JiraComment[], judging: Judging): readonly string[] => [
  ...new Set(
    comments.flatMap((comment) => {
      const { author, id } = comment;
      if (!author || author.accountType === 'app') return [];
      const before = judgedBefore(judging, id);
      const known = before?.author ?? certainAuthor(comment, judging);
      const told = !judging.groups || before?.groups !== undefined;
      return known !== undefined && told ? [] : [author.accountId];
    }),
  ),
];

const judged = (comment: JiraComment, judging: Judging): Pick<KeptComment, 'author' | 'groups'> => {
  const before = judgedBefore(judging, comment.id);
  // By another rule: better than none where Jira does not answer.
  const former = judging.kept?.of[comment.id];
  const standing = comment.author ? judging.standings?.[comment.author.accountId] : undefined;
  const groups = before?.groups ?? standing?.groups;
  const author =
    before?.author ?? certainAuthor(comment, judging) ?? fromStanding(standing) ?? former?.author;
  return { ...(author === undefined ? {} : { author }), ...(groups === undefined ? {} : { groups }) };
};

const fromStanding = (standing: Standing | undefined): CommentAuthor | undefined => {
  if (standing === undefined) return undefined;
  if (standing.asks) return 'requester';
  return standing.agent ? 'agent' : 'other';
};

/** Whether a comment is public now, as far as Jira says. */
export const isPublic = ({ jsdPublic, visibility }: JiraComment): boolean =>
  jsdPublic !== false && !visibility;

/**
 * Since when a comment is public. Jira tells today's visibility and the last edit: what was seen public stays so since then,
 * what was seen internal is public since the edit that may have shown it, and of a comment never seen before its last edit
 * may have been the one. A verdict never gains by an edit.
 */
const visibilityOf = (
  comment: JiraComment,
  before: KeptComment | undefined,
  readAt: Instant,
): Pick<KeptComment, 'publicAt' | 'edited'> => {
  const edited = comment.updated ?? comment.created;
  if (before !== undefined && before.publicAt !== null)
    return before.publicAt === undefined ? {} : { publicAt: before.publicAt };
  if (!isPublic(comment)) return { publicAt: null, edited };
  if (before === undefined) return edited > comment.created ? { publicAt: edited } : {};
  return { publicAt: edited > (before.edited ?? before.created) ? edited : Math.max(readAt, edited) };
};

const factsOf = (id: string, by: string | null, kept: KeptComment): readonly Fact[] => {
  const { author = 'other', created, publicAt, groups } = kept;
  const told = { by, author, ...(groups === undefined || groups.length === 0 ? {} : { groups }) };
  const written: Fact = { ...told, kind: 'comment', at: created, id, public: publicAt === undefined };
  if (publicAt === undefined || publicAt === null) return [written];
  return [written, { ...told, kind: 'comment', at: publicAt, id: `${id}.1`, public: true, shown: true }];
};

export interface JudgedComments {
  readonly facts: readonly Fact[];
  readonly kept: KeptComments['of'];
}

/**
 * Comments as facts. Those remembered that Jira no longer shows still count: one that was restricted afterwards is hidden
 * from the app and from viewers, and an answer stays given. Of an author who could not be judged nothing is remembered.
 */
export const judgeComments = (comments: readonly JiraComment[], judging: Judging): JudgedComments => {
  const read = new Set(comments.map(({ id }) => id));
  const hidden = Object.entries(judging.kept?.of ?? {}).filter(([id]) => !read.has(id));
  const facts = hidden.flatMap(([id, kept]) => factsOf(id, null, kept));
  const kept: Record<string, KeptComment> = Object.fromEntries(hidden);
  for (const comment of comments) {
    const { id, created } = comment;
    const remembered: KeptComment = {
      ...judged(comment, judging),
      created,
      ...visibilityOf(comment, judging.kept?.of[id], judging.readAt ?? 0),
    };
    kept[id] = remembered;
    facts.push(...factsOf(id, comment.author?.accountId ?? null, remembered));
  }
  return { facts, kept };
};
