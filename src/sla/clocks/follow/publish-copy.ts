/** Brings what Jira shows of an issue up to date. */
import { fieldsOf } from '../display-copy/fields';
import { fitted } from '../display-copy/fitted';
import type { Stale } from '../display-copy/fingerprint';
import type { PropertyValues } from '../display-copy/property';
import type { SlaPorts } from './ports';

/**
 * Writes the parts of a display that Jira does not have yet: the property, the fields, both or none. Each is tried; throws
 * when one could not be written.
 */
export async function publishStale(
  ports: Pick<SlaPorts, 'now' | 'publishCopy' | 'fill'>,
  issueId: string,
  display: PropertyValues,
  stale: Stale,
): Promise<void> {
  const asOf = new Date(ports.now()).toISOString();
  const written = await Promise.allSettled([
    stale.property ? ports.publishCopy(issueId, { ...fitted(display), asOf }) : undefined,
    stale.fields ? ports.fill(issueId, fieldsOf(display)) : undefined,
  ]);
  const failed = written.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
