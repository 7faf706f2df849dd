import * as v from 'valibot';
import { viewer } from '../../shared/context';

export const placeSchema = v.object({
  issue: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), key: v.string() }),
});

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

/** The issue this panel stands on, as the product says. */
export const issueHere = (): IssueRef => v.parse(placeSchema, viewer().extension).issue;
