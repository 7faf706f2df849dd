import * as v from 'valibot';
import { askJira } from '../../shared/product';
import type { FieldOption } from '../model/field-catalog';

const LinkTypes = v.object({
  issueLinkTypes: v.array(
    v.object({ id: v.string(), name: v.string(), inward: v.string(), outward: v.string() }),
  ),
});

/** Directions of Jira's link types by their words: `id:outward`, `id:inward` or, where both read the same, `id:any`. */
export async function loadLinkEnds(): Promise<readonly FieldOption[]> {
  const { issueLinkTypes } = await askJira('/rest/api/3/issueLinkType', LinkTypes);
  return issueLinkTypes.flatMap(({ id, inward, outward }) =>
    inward === outward
      ? [{ value: `${id}:any`, label: outward }]
      : [
          { value: `${id}:outward`, label: outward },
          { value: `${id}:inward`, label: inward },
        ],
  );
}
