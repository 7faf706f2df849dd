import * as v from 'valibot';
import { viewer } from '../../shared/context';
import { askJira } from '../../shared/product';
import { adfText } from '../model/adf-text';

const placeSchema = v.object({
  issue: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), key: v.string() }),
});

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

/** The issue this panel stands on, as the product says. */
export const issueHere = (): IssueRef => v.parse(placeSchema, viewer().extension).issue;

const issueSchema = v.object({
  fields: v.object({ summary: v.optional(v.nullable(v.string()), ''), description: v.optional(v.unknown()) }),
});

/** What the issue is about, in words to search for: its summary, then its description. */
export async function readIssueText(issue: IssueRef): Promise<string> {
  const path = `/rest/api/3/issue/${encodeURIComponent(issue.id)}?fields=summary,description`;
  const { fields } = await askJira(path, issueSchema);
  return `${fields.summary ?? ''} ${adfText(fields.description)}`.trim();
}
