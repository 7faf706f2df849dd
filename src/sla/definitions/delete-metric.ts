/** Deleting a metric, or retiring it when it has measured something: what was measured keeps its name. */
import { notFound } from '../../kernel/errors';
import { textParam } from '../../kernel/finding';
import type { LocalizedText } from '../../kernel/text';
import { eachRow } from '../../platform/storage/each-row';
import { triggersOf } from '../engine';
import type { MetricDefinition, SlaDefinitions } from '../engine/model';
import { type RecordStore, slaRecords } from '../clocks/record/record-store';
import { changeAndRecompute } from './change-and-recompute';
import type { Changed, Editor } from './change-definitions';
import { inUse, type Use, withMember, withoutMember } from './members';

export interface MetricDeletion {
  readonly version: number;
  readonly metricId: string;
  /** What becomes of cycles under way if the metric has to be retired. */
  readonly open: 'finish' | 'cancel';
}

/** Names of published catalog items that show the metric's promise. */
export type ItemsPromising = (metricId: string) => Promise<readonly LocalizedText[]>;

export type Deleted = Changed & { readonly outcome: 'deleted' | 'retired' };

/**
 * Deletes a metric that has never had a cycle and retires any other (sla-rules §8.2).
 * @throws INVALID_DEFINITION naming the metrics and items that refer to it; NOT_FOUND, CONFLICT
 */
export async function deleteMetric(
  { version, metricId, open }: MetricDeletion,
  editor: Editor,
  itemsPromising: ItemsPromising,
): Promise<Deleted> {
  const [items, measured] = await Promise.all([itemsPromising(metricId), mayHaveMeasured(metricId)]);
  const outcome = measured ? 'retired' : 'deleted';
  const changed = await changeAndRecompute(
    {
      version,
      action: `sla.metric.${outcome}`,
      subject: `metric:${metricId}`,
      subjectName: { en: metricId },
      apply: (current) => {
        const metric = current.metrics.find(({ id }) => id === metricId);
        if (metric === undefined) throw notFound('The metric');
        const uses = [
          ...items.map((name) => ({ whose: 'catalog', at: 'items', name: textParam(name) })),
          ...metricsWaiting(current, metricId),
        ];
        if (uses.length > 0) throw inUse('METRIC_IN_USE', uses);
        return {
          ...current,
          metrics: measured ? retire(current, metric) : withoutMember(current.metrics, metricId),
        };
      },
    },
    editor,
  );
  return { ...changed, outcome };

  function retire({ metrics }: SlaDefinitions, metric: MetricDefinition): readonly MetricDefinition[] {
    const retired = { at: editor.now, open };
    return withMember(metrics, { ...metric, version: metric.version + 1, retired });
  }
}

const metricsWaiting = ({ metrics }: SlaDefinitions, metricId: string): readonly Use[] =>
  metrics.flatMap((metric) => {
    const waits = triggersOf(metric).some(
      ([, trigger]) => trigger.on === 'metric' && trigger.metricId === metricId,
    );
    return waits && metric.id !== metricId
      ? [{ whose: `metric:${metric.id}`, at: '', name: textParam(metric.name) }]
      : [];
  });

/** So many records are looked at; a metric of a larger site that could not be proven unused is retired. */
const MOST_RECORDS = 3_000;

/** Whether any stored record has a cycle of the metric, or there are too many records to be sure of none. */
async function mayHaveMeasured(metricId: string, records: RecordStore = slaRecords): Promise<boolean> {
  let looked = 0;
  for (const open of ['y', 'n', 'g']) {
    for await (const { state } of eachRow(records, { index: 'by-open', partition: [open] })) {
      if (state.m.some(({ id, y }) => id === metricId && y.length > 0)) return true;
      looked += 1;
      if (looked >= MOST_RECORDS) return true;
    }
  }
  return false;
}
