import api, { route } from '@forge/api';
import * as v from 'valibot';
import { readJira } from '../client';

const PAGE = 100;
const MAX_PAGES = 5;

const metaSchema = v.object({
  total: v.optional(v.number(), 0),
  fields: v.array(
    v.object({
      fieldId: v.string(),
      name: v.optional(v.string(), ''),
      required: v.optional(v.boolean(), false),
      hasDefaultValue: v.optional(v.boolean(), false),
      schema: v.object({ type: v.string(), items: v.optional(v.string()), custom: v.optional(v.string()) }),
      allowedValues: v.optional(
        v.array(
          v.object({
            id: v.optional(v.string()),
            name: v.optional(v.string()),
            value: v.optional(v.string()),
          }),
        ),
      ),
    }),
  ),
});

export type CreateField = v.InferOutput<typeof metaSchema>['fields'][number];

/** The fields of the create screen, as the app sees them. Throws JiraRefused when the project or type is gone. */
export async function createFields(projectId: string, issueTypeId: string): Promise<readonly CreateField[]> {
  const fields: CreateField[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await readJira(
      api
        .asApp()
        .requestJira(
          route`/rest/api/3/issue/createmeta/${projectId}/issuetypes/${issueTypeId}?startAt=${page * PAGE}&maxResults=${PAGE}`,
        ),
      metaSchema,
    );
    fields.push(...answer.fields);
    if (answer.fields.length < PAGE || fields.length >= answer.total) break;
  }
  return fields;
}
