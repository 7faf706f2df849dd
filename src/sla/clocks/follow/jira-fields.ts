/** The read-only Jira fields on Forge: where they are, what they hold, how they are filled. */
import { appFieldIds, fieldOfType, writeAppFields } from '../../../platform/jira/fields/app-fields';
import { log } from '../../../platform/log';
import { dropRemembered, remembered } from '../../../platform/remembered';
import { SLA_FIELDS, type SlaFieldName } from '../../../kernel/names';
import type { FieldValues } from '../display-copy/fields';

/** Ids of the site's fields by what they show; those an admin's site does not have are missing. */
export type FieldIds = ReadonlyMap<SlaFieldName, string>;

const FIELDS = 'app-fields';

/** Asked anew every ten minutes. */
export const fieldIdsOfSite = (): Promise<FieldIds> => remembered(FIELDS, findIds);

async function findIds(): Promise<FieldIds> {
  const ids = await appFieldIds(Object.values(SLA_FIELDS));
  return new Map(
    (Object.keys(SLA_FIELDS) as SlaFieldName[]).flatMap((name) => {
      const id = ids.get(SLA_FIELDS[name]);
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

const PARTICIPANTS_TYPES = ['com.atlassian.servicedesk:sd-request-participants'];

/** The field of those who take part in a request; null on a site without. Asked anew every ten minutes. */
export const participantsFieldOfSite = (): Promise<string | null> =>
  remembered('participants field', () => fieldOfType(PARTICIPANTS_TYPES));

/** Fills the read-only fields the site has, in one call; nothing happens where it has none or the issue is gone. */
export async function fillFields(issueId: string, values: FieldValues): Promise<void> {
  const ids = await fieldIdsOfSite();
  if (ids.size === 0) return;
  const updates = [...ids].map(([name, fieldId]) => ({ fieldId, value: values[name] }));
  if (await writeAppFields(issueId, updates)) return;
  dropRemembered(FIELDS);
  log.warn('sla.fields.refused', { issueId });
}
