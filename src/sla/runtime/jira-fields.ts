/** The read-only Jira fields on Forge: where they are, what they hold, how they are filled. */
import { getAppContext } from '@forge/api';
import { appFieldIds, fieldOfType, writeAppFields } from '../../platform/jira/app-fields';
import { log } from '../../platform/log';
import { SLA_FIELDS, type SlaFieldName } from '../../shared/domain/names';
import { TEAM_TYPES } from '../domain/display/model';
import type { FieldValues } from '../view/fields';

/** Ids of the site's fields by what they show; those an admin's site does not have are missing. */
export type FieldIds = ReadonlyMap<SlaFieldName, string>;

const IDS_MS = 10 * 60_000;
const known = new Map<string, { readonly until: number; readonly ids: Promise<FieldIds> }>();

/** Asked anew every ten minutes: per site, as a process may serve several. */
export function fieldIdsOfSite(): Promise<FieldIds> {
  const site = getAppContext().installationAri.toString();
  const cached = known.get(site);
  if (cached !== undefined && cached.until > Date.now()) return cached.ids;
  const ids = findIds();
  known.set(site, { until: Date.now() + IDS_MS, ids });
  ids.catch(() => known.delete(site));
  return ids;
}

async function findIds(): Promise<FieldIds> {
  const ids = await appFieldIds(Object.values(SLA_FIELDS));
  return new Map(
    (Object.keys(SLA_FIELDS) as SlaFieldName[]).flatMap((name) => {
      const id = ids.get(SLA_FIELDS[name]);
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

/** The id of the site's Team field; null when it has none. Few ask, so it is asked anew. */
export const teamFieldOfSite = (): Promise<string | null> => fieldOfType(TEAM_TYPES);

const PARTICIPANTS_TYPES = ['com.atlassian.servicedesk:sd-request-participants'];
const participants = new Map<string, { readonly until: number; readonly id: Promise<string | null> }>();

/** The field of those who take part in a request; null on a site without. Asked anew every ten minutes. */
export function participantsFieldOfSite(): Promise<string | null> {
  const site = getAppContext().installationAri.toString();
  const cached = participants.get(site);
  if (cached !== undefined && cached.until > Date.now()) return cached.id;
  const id = fieldOfType(PARTICIPANTS_TYPES);
  participants.set(site, { until: Date.now() + IDS_MS, id });
  id.catch(() => participants.delete(site));
  return id;
}

/** Fills the fields the site has, in one call. */
export async function fillFields(issueId: string, values: FieldValues): Promise<void> {
  const ids = await fieldIdsOfSite();
  if (ids.size === 0) return;
  const updates = [...ids].map(([name, fieldId]) => ({ fieldId, value: values[name] }));
  if (await writeAppFields(issueId, updates)) return;
  known.delete(getAppContext().installationAri.toString());
  log.warn('sla.fields.refused', { issueId });
}
