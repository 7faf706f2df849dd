/** Writes again what Jira shows differently from what the record says. */
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import { SLA_PROPERTY, type SlaFieldName } from '../../../kernel/names';
import { sameValues } from '../../../kernel/same-values';
import { parseInstant } from '../../engine/history/schema';
import type { SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import { ownFacts, reportAt } from '../follow/compose';
import type { FieldIds } from '../follow/jira-fields';
import { publishStale } from '../follow/publish-copy';
import { fieldsOf, type FieldValues } from '../display-copy/fields';
import { fitted } from '../display-copy/fitted';
import { fingerprintOf } from '../display-copy/fingerprint';
import { propertyOf } from '../display-copy/property';
import type { BulkPorts } from './ports';

/**
 * Anyone who edits an issue could change or lose the display copy, and a field may have been made after the issue was
 * computed: what does not match the record is written again.
 */
export async function repairCopies(
  ports: BulkPorts,
  record: SlaRecord,
  { issue, properties }: HistoryPage['histories'][number],
  definitions: SlaDefinitions,
): Promise<void> {
  const report = reportAt(definitions, record.state, ports.now());
  const display = propertyOf(report, definitions, ownFacts(record));
  if (fingerprintOf(display) !== record.shown) return;
  const shown = properties[SLA_PROPERTY];
  const { asOf: _asOf, ...values } =
    typeof shown === 'object' && shown !== null ? { asOf: '', ...shown } : { asOf: '' };
  await publishStale(ports, record.state.issueId, display, {
    property: !sameValues(values, fitted(display)),
    fields: differ(await ports.fieldIds(), issue.fields, fieldsOf(display)),
  });
}

const differ = (ids: FieldIds, shown: Readonly<Record<string, unknown>>, wanted: FieldValues): boolean =>
  [...ids].some(([name, id]) => plain(name, shown[id]) !== plain(name, wanted[name]));

/** Jira writes dates in its own form; a field on no screen may be left out instead of null. */
const plain = (name: SlaFieldName, value: unknown): unknown =>
  name === 'nextDue' ? (parseInstant(value) ?? null) : (value ?? null);
