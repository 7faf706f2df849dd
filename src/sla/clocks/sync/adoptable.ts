/** Issues a backfill found, as the catalog's requests are made of them. */
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { byTimeThenId } from '../../engine/history/build-history';
import { fieldOfItem } from '../../engine/history/changes';
import { categoryInside, fieldValueOf } from '../../engine/history/field-values';
import { parseInstant } from '../../engine/history/schema';

/** An issue as a backfill finds it. */
export interface AdoptableIssue {
  readonly id: string;
  readonly key: string;
  /** Value of the issue property `pledge-request`, as it stands: anybody who edits the issue could have changed it. */
  readonly property: unknown;
  readonly reporter: string | null;
  /** Whose account made the issue: unlike its property, nobody can change that. */
  readonly creator: string | null;
  readonly projectId: string | null;
  readonly issueTypeId: string | null;
  readonly status: { readonly id: string; readonly category: 'new' | 'indeterminate' | 'done' };
  /** Milliseconds. */
  readonly createdAt: number;
  readonly statusSince: number;
}

const CATEGORIES = ['new', 'indeterminate', 'done'] as const;

/** Jira's fields that say where an issue comes from: to be asked for beside those that clocks need. */
export const ORIGIN_FIELDS: readonly string[] = ['creator', 'reporter', 'project', 'issuetype'];

/** The issues of a page that carry a request and say where they stand. */
export const adoptableIssues = ({ histories }: HistoryPage): readonly AdoptableIssue[] =>
  histories.flatMap(({ issue, changelog, properties }) => {
    const property = properties[REQUEST_PROPERTY];
    const [statusId] = fieldValueOf(issue.fields['status']);
    const category = CATEGORIES.find((each) => each === categoryInside(issue.fields['status']));
    const createdAt = parseInstant(issue.fields['created']);
    if (property === undefined || statusId === undefined || category === undefined || createdAt === null)
      return [];
    const moved = [...changelog]
      .sort(byTimeThenId)
      .filter(({ items }) => items.some((item) => fieldOfItem(item) === 'status'))
      .at(-1);
    return [
      {
        id: issue.id,
        key: issue.key,
        property,
        reporter: fieldValueOf(issue.fields['reporter'])[0] ?? null,
        creator: fieldValueOf(issue.fields['creator'])[0] ?? null,
        projectId: fieldValueOf(issue.fields['project'])[0] ?? null,
        issueTypeId: fieldValueOf(issue.fields['issuetype'])[0] ?? null,
        status: { id: statusId, category },
        createdAt,
        statusSince: moved?.created ?? createdAt,
      },
    ];
  });
