import * as v from 'valibot';

const record = v.record(v.string(), v.unknown());

/** The body of `POST /issue` and of edits and transitions. */
export const issueUpdateSchema = v.looseObject({
  fields: v.optional(record),
  update: v.optional(v.record(v.string(), v.array(record))),
  properties: v.optional(v.array(v.object({ key: v.string(), value: v.unknown() }))),
  transition: v.optional(v.looseObject({ id: v.union([v.string(), v.number()]) })),
});

export type IssueUpdate = v.InferOutput<typeof issueUpdateSchema>;
