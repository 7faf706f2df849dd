/** Brings what Jira shows of an issue up to date. */
import { fieldsOf } from '../view/fields';
import type { Stale } from '../view/fingerprint';
import type { PropertyValues } from '../view/property';
import type { SlaPorts } from './ports';

/** Writes the parts of a display that Jira does not have yet: the property, the fields, both or none. */
export async function showWhatIsStale(
  ports: Pick<SlaPorts, 'now' | 'show' | 'fill'>,
  issueId: string,
  display: PropertyValues,
  stale: Stale,
): Promise<void> {
  const asOf = new Date(ports.now()).toISOString();
  await Promise.all([
    stale.property ? ports.show(issueId, { ...display, asOf }) : undefined,
    stale.fields ? ports.fill(issueId, fieldsOf(display)) : undefined,
  ]);
}
