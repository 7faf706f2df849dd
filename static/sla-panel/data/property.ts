import * as v from 'valibot';
import { SLA_PROPERTY } from '../../../src/kernel/names';
import { askJira, ProductFailed } from '../../shared/product';
import { propertySchema, type ShownProperty } from '../model/from-property';
import type { IssueRef } from './issue';

/** The display copy the app keeps on the issue; null when there is none yet, or it is not what the app writes. */
export async function readProperty(issue: IssueRef): Promise<ShownProperty | null> {
  try {
    const path = `/rest/api/3/issue/${encodeURIComponent(issue.id)}/properties/${SLA_PROPERTY}`;
    const { value } = await askJira(path, v.object({ value: v.unknown() }));
    const parsed = v.safeParse(propertySchema, value);
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof ProductFailed && error.code === 'PRODUCT_NOT_FOUND') return null;
    throw error;
  }
}
