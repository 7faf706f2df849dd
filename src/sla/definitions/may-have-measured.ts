import { eachRow } from '../../platform/storage/each-row';
import { type RecordStore, slaRecords } from '../clocks/record/record-store';

/** So many records are looked at; a metric of a larger site that could not be proven unused is retired. */
const MOST_RECORDS = 3_000;

/** Whether any stored record has a cycle of the metric, or there are too many records to be sure of none. */
export async function mayHaveMeasured(metricId: string, records: RecordStore = slaRecords): Promise<boolean> {
  let looked = 0;
  for (const open of ['y', 'n', 'g']) {
    for await (const { state } of eachRow(records, { index: 'by-open', partition: [open] })) {
      if (state.runs.some(({ id, cycles }) => id === metricId && cycles.length > 0)) return true;
      looked += 1;
      if (looked >= MOST_RECORDS) return true;
    }
  }
  return false;
}
