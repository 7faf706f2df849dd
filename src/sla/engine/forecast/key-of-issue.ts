import * as v from 'valibot';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { fieldValueOf } from '../history/field-values';
import { jiraIssueSchema } from '../history/schema';
import { similarityKey } from './model';

/** An issue as far as it says what it is alike to: asked for with the field and the property below. */
export const issueKindSchema = v.object({
  ...jiraIssueSchema.entries,
  properties: v.optional(v.record(v.string(), v.unknown())),
});

const requestSchema = v.looseObject({ itemId: v.pipe(v.string(), v.minLength(1)) });

/**
 * What a work item is alike to, by its field `issuetype` and its property of the request. Whoever edits the work item can
 * change both: it decides nothing but whom it is compared with.
 */
export function keyOfIssue(issue: {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}): string {
  const request = v.safeParse(requestSchema, issue.properties?.[REQUEST_PROPERTY]);
  return similarityKey(
    request.success ? request.output.itemId : undefined,
    fieldValueOf(issue.fields['issuetype'])[0],
  );
}
