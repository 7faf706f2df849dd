/** A Jira of one kind of issue: keeps histories as Jira does, and tells the events Jira would. */
import type { ChangelogEntry, ChangelogItem, JiraComment, Standings } from '../engine/history';
import type { Instant } from '../engine/model';
import type { IssueEvent } from '../../work/issue-event';
import type { FullHistory } from '../clocks/follow/ports';
import { SLA_FIELDS, type SlaFieldName } from '../../kernel/names';
import type { FieldIds } from '../clocks/follow/jira-fields';
import type { FieldValues } from '../clocks/display-copy/fields';
import { CATEGORIES, PROJECT, STATUS } from './definitions';

type FieldName = 'status' | 'priority' | 'assignee' | 'summary' | 'parent' | 'reporter';

interface Issue {
  readonly id: string;
  readonly createdAt: Instant;
  updatedAt: Instant;
  readonly values: Record<FieldName, string | null>;
  readonly changelog: ChangelogEntry[];
  readonly comments: (JiraComment & { readonly key?: string })[];
  properties: Record<string, unknown>;
  /** The app's own fields, by what they show. */
  filled: Partial<FieldValues>;
}

export const FIELD_IDS: FieldIds = new Map(
  (Object.keys(SLA_FIELDS) as SlaFieldName[]).map((name, index) => [name, `customfield_${10_100 + index}`]),
);

export class FakeJira {
  readonly issues = new Map<string, Issue>();
  /** Groups by account. */
  groups: Readonly<Record<string, readonly string[]>> = {};
  /** Who is no agent. */
  readonly passersBy = new Set<string>();
  /** Whose request it is besides the reporter's. */
  readonly askers = new Set<string>();
  private lastId = 100;

  constructor(readonly now: () => Instant) {}

  create(id: string, values: Partial<Record<FieldName, string>> = {}): IssueEvent {
    const at = this.now();
    this.issues.set(id, {
      id,
      createdAt: at,
      updatedAt: at,
      values: {
        status: STATUS.open,
        priority: '3',
        assignee: 'ann',
        summary: 'Help',
        parent: null,
        reporter: 'rita',
        ...values,
      },
      changelog: [],
      comments: [],
      properties: {},
      filled: {},
    });
    return this.event(id, { kind: 'created' });
  }

  change(id: string, changes: Partial<Record<FieldName, string | null>>, by = 'ann'): IssueEvent {
    const issue = this.issue(id);
    const at = this.now();
    const items = (Object.entries(changes) as [FieldName, string | null][]).map(
      ([field, to]): ChangelogItem => ({
        field,
        fieldId: field,
        from: issue.values[field],
        fromText: issue.values[field],
        to,
        toText: to,
      }),
    );
    const entry = { id: this.nextId(), author: { accountId: by }, created: at, items };
    Object.assign(issue.values, changes);
    issue.changelog.push(entry);
    issue.updatedAt = at;
    return this.event(id, { kind: 'updated', entry: { id: entry.id, author: by, items } });
  }

  comment(
    id: string,
    by: string,
    options: { readonly public?: boolean; readonly key?: string } = {},
  ): IssueEvent {
    const issue = this.issue(id);
    const at = this.now();
    const comment: Issue['comments'][number] = {
      id: this.nextId(),
      author: { accountId: by, accountType: by === 'app' ? 'app' : 'atlassian' },
      created: at,
      updated: at,
      jsdPublic: options.public ?? true,
      ...(options.key === undefined ? {} : { key: options.key }),
    };
    issue.comments.push(comment);
    issue.updatedAt = comment.created;
    return this.event(id, { kind: 'commented', comment: { id: comment.id, edited: false } });
  }

  /** Changes who may read a comment, or only its words. Jira tells no app of it. */
  editComment(id: string, commentId: string, options: { readonly public?: boolean } = {}): void {
    const issue = this.issue(id);
    const index = issue.comments.findIndex((comment) => comment.id === commentId);
    const former = issue.comments[index];
    if (former === undefined) throw new Error(`no comment ${commentId}`);
    const jsdPublic = options.public ?? former.jsdPublic ?? true;
    issue.comments[index] = { ...former, jsdPublic, updated: this.now() };
    issue.updatedAt = this.now();
  }

  /** It is deleted, or the app can't see it any more: then the event does not come. */
  removeComment(id: string, commentId: string): IssueEvent {
    const issue = this.issue(id);
    const index = issue.comments.findIndex((comment) => comment.id === commentId);
    issue.comments.splice(index, 1);
    return this.event(id, { kind: 'uncommented', comment: { id: commentId, edited: false } });
  }

  /** What people are to every work item here. */
  standings(): Standings {
    const authors = [...this.issues.values()].flatMap(({ comments }) =>
      comments.flatMap(({ author }) => (author ? [author.accountId] : [])),
    );
    return Object.fromEntries(
      authors.map((accountId) => [
        accountId,
        {
          agent: !this.passersBy.has(accountId),
          ...(this.askers.has(accountId) ? { asks: true as const } : {}),
          groups: this.groups[accountId] ?? [],
        },
      ]),
    );
  }

  remove(id: string): IssueEvent {
    const event = this.event(id, { kind: 'deleted' });
    this.issues.delete(id);
    return event;
  }

  history(id: string): FullHistory | null {
    const issue = this.issues.get(id);
    if (issue === undefined) return null;
    return {
      issue: { id, key: `T-${id}`, fields: this.fields(issue) },
      changelog: [...issue.changelog],
      comments: [...issue.comments],
      categories: CATEGORIES,
      standings: this.standings(),
      readAt: this.now(),
    };
  }

  /** The app's own fields as a search shows them. */
  customFields(id: string): Readonly<Record<string, unknown>> {
    const { filled } = this.issue(id);
    return Object.fromEntries([...FIELD_IDS].map(([name, field]) => [field, filled[name] ?? null]));
  }

  issue(id: string): Issue {
    const issue = this.issues.get(id);
    if (issue === undefined) throw new Error(`no issue ${id}`);
    return issue;
  }

  private fields({ values, createdAt, updatedAt }: Issue): Readonly<Record<string, unknown>> {
    const { status, priority, assignee, summary, parent, reporter } = values;
    return {
      summary,
      created: new Date(createdAt).toISOString(),
      updated: new Date(updatedAt).toISOString(),
      project: { id: PROJECT },
      issuetype: { id: '10' },
      status: { id: status, statusCategory: { key: CATEGORIES[status as keyof typeof CATEGORIES] } },
      priority: { id: priority },
      assignee: assignee === null ? null : { accountId: assignee },
      reporter: { accountId: reporter },
      ...(parent === null ? {} : { parent: { id: parent, key: `T-${parent}` } }),
    };
  }

  private event(
    id: string,
    what:
      | { readonly kind: 'created' | 'deleted' }
      | Pick<Extract<IssueEvent, { kind: 'updated' }>, 'kind' | 'entry'>
      | Pick<Extract<IssueEvent, { kind: 'commented' | 'uncommented' }>, 'kind' | 'comment'>,
  ): IssueEvent {
    return { issueId: id, fields: this.fields(this.issue(id)), at: this.now(), ...what };
  }

  private nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }
}
