/** What the history needs of Jira's REST answers; the backend and the panel in the browser parse with the same schemas. */
import * as v from 'valibot';

const account = v.nullish(
  v.object({ accountId: v.string(), accountType: v.optional(v.string()), active: v.optional(v.boolean()) }),
);

/** Jira writes `2026-06-01T09:00:00.000+0000`; the bulk changelog writes epoch milliseconds. */
const instant = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) =>
    typeof value === 'number' ? value : Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')),
  ),
  v.number(),
);

const text = v.nullish(v.string());

/** `toString` shadows `Object.prototype.toString` when absent: anything but a string reads as nothing. */
export const changelogItemSchema = v.pipe(
  v.looseObject({ field: v.string(), fieldId: text, from: text, fromString: text, to: text }),
  v.transform((item) => {
    const named = new Map<string, unknown>(Object.entries(item)).get('toString');
    return {
      field: item.field,
      fieldId: item.fieldId ?? null,
      from: item.from ?? null,
      fromText: item.fromString ?? null,
      to: item.to ?? null,
      toText: typeof named === 'string' ? named : null,
    };
  }),
);
export type ChangelogItem = v.InferOutput<typeof changelogItemSchema>;

export const changelogEntrySchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  author: account,
  created: instant,
  items: v.array(changelogItemSchema),
});
export type ChangelogEntry = v.InferOutput<typeof changelogEntrySchema>;

export const commentSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  author: account,
  created: instant,
  updated: v.optional(instant),
  jsdPublic: v.optional(v.boolean()),
  visibility: v.nullish(v.looseObject({})),
});
export type JiraComment = v.InferOutput<typeof commentSchema>;

export const commentPageSchema = v.object({
  comments: v.array(commentSchema),
  total: v.optional(v.number()),
  startAt: v.optional(v.number()),
});

export const changelogPageSchema = v.object({
  values: v.array(changelogEntrySchema),
  total: v.optional(v.number()),
  startAt: v.optional(v.number()),
  isLast: v.optional(v.boolean()),
});

export const jiraIssueSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  key: v.string(),
  fields: v.record(v.string(), v.unknown()),
});
export type JiraIssue = v.InferOutput<typeof jiraIssueSchema>;

/** The site's statuses: a changelog names a status by id, its category has to be looked up. */
export const statusListSchema = v.array(
  v.object({
    id: v.string(),
    name: v.optional(v.string()),
    statusCategory: v.nullish(v.object({ key: v.string() })),
  }),
);

/** Status id → `new`, `indeterminate` or `done`. A status that Jira no longer knows has no category. */
export type StatusCategories = Readonly<Record<string, string>>;

/** The lookup table from `GET /rest/api/3/status`. */
export const statusCategoriesOf = (statuses: v.InferOutput<typeof statusListSchema>): StatusCategories =>
  Object.fromEntries(
    statuses.flatMap(({ id, statusCategory }) => (statusCategory ? [[id, statusCategory.key]] : [])),
  );

/** An instant as Jira's REST answers write it; `null` when it is not one. */
export const parseInstant = (value: unknown): number | null => {
  const parsed = v.safeParse(instant, value);
  return parsed.success && Number.isFinite(parsed.output) ? parsed.output : null;
};
