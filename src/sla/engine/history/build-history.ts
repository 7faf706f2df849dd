/** Jira's issue, changelog and comments, and the app's own facts, as the history a replay reads. */
import type { Fact, FieldChange, Fields, FieldValue, IssueHistory } from '../model';
import { changeOfItem, fieldOfItem, withCategory } from './changes';
import { fieldsOfIssue, fieldValueOf } from './field-values';
import { judgeComments, type Judging } from './judge-comments';
import { isLinkItem, linkFact } from './link-facts';
import { valueAt } from './value-at';
import {
  parseInstant,
  type ChangelogEntry,
  type JiraComment,
  type JiraIssue,
  type StatusCategories,
} from './schema';

export interface HistorySources {
  readonly issue: JiraIssue;
  readonly changelog: readonly ChangelogEntry[];
  readonly comments: readonly JiraComment[];
  /** What only the app knows: pauses, extensions, approvals. */
  readonly appFacts: readonly Fact[];
  readonly categories: StatusCategories;
  /** By what and with what knowledge comments are judged; left out: nobody but the reporter is known. */
  readonly judging?: Omit<Judging, 'requestersAt'> | undefined;
  /** The field of people who take part in the request, where the site has one. */
  readonly participants?: string | undefined;
  /** Fields the definitions look at; the rest is left out. */
  readonly fields: ReadonlySet<string>;
}

/**
 * The history of an issue. The fields at creation are today's with every changelog entry undone, newest
 * first; where the changelog and today's value disagree, the changelog is right. Statuses, users and options
 * are ids, so renamed and deleted ones survive. Throws when the issue has no creation instant.
 */
export const buildHistory = (sources: HistorySources): IssueHistory => {
  const { issue, categories, fields } = sources;
  const createdAt = parseInstant(issue.fields['created']);
  if (createdAt === null) throw new Error(`Issue ${issue.id} came without the instant of its creation.`);
  const [requester = null] = fieldValueOf(issue.fields['reporter']);
  const undone = undo(sources);
  return {
    issueId: issue.id,
    issueKey: issue.key,
    createdAt,
    reporter: requester,
    initial: undone.initial,
    facts: [
      ...undone.facts,
      ...judgeComments(sources.comments, judgingOf(sources)).facts,
      ...sources.appFacts,
    ],
  };

  function undo({ changelog }: HistorySources): { initial: Fields; facts: readonly Fact[] } {
    const values: Record<string, FieldValue> = { ...fieldsOfIssue(issue.fields, fields, categories) };
    const facts: Fact[] = [];
    for (const entry of [...changelog].sort(byTimeThenId).reverse()) {
      const changes: FieldChange[] = [];
      facts.unshift(...entry.items.filter(isLinkItem).map((item, nth) => linkFact(entry, item, nth)));
      for (const item of [...entry.items].reverse()) {
        const field = fieldOfItem(item);
        if (fields.has(field)) {
          const change = changeOfItem(item, values[field] ?? []);
          values[field] = change.from;
          changes.unshift(change);
        }
      }
      const complete = fields.has('statusCategory') ? withCategory(changes, categories) : changes;
      const category = complete.find(({ field }) => field === 'statusCategory');
      if (category !== undefined) values['statusCategory'] = category.from;
      if (complete.length > 0) {
        facts.unshift({
          kind: 'change',
          at: entry.created,
          id: entry.id,
          by: entry.author?.accountId ?? null,
          changes: mergeChanges(complete),
        });
      }
    }
    return { initial: values, facts };
  }
};

type JudgingSources = Pick<HistorySources, 'issue' | 'changelog' | 'judging' | 'participants'>;

/** How the comments of an issue are judged: by who was its reporter, and who took part, when each was written. */
export const judgingOf = ({ issue, changelog, judging, participants }: JudgingSources): Judging => {
  const fields = ['reporter', ...(participants === undefined ? [] : [participants])];
  const asking = fields.map((field) => valueAt(field, fieldValueOf(issue.fields[field]), changelog));
  return {
    by: '',
    groups: false,
    ...judging,
    requestersAt: (at) => asking.flatMap((valueThen) => valueThen(at)),
  };
};

/** Several items of one field in one entry are one change: from before the first to after the last. */
export const mergeChanges = (changes: readonly FieldChange[]): readonly FieldChange[] => {
  const merged = new Map<string, FieldChange>();
  for (const change of changes) {
    const earlier = merged.get(change.field);
    merged.set(change.field, earlier === undefined ? change : { ...earlier, to: change.to });
  }
  return [...merged.values()];
};

/** By instant, then by numeric id: the order of `facts` in the engine. */
export const byTimeThenId = (left: ChangelogEntry, right: ChangelogEntry): number =>
  left.created - right.created || Number(left.id) - Number(right.id);
