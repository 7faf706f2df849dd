import type { Agreement, SlaDefinitions } from '.';

export interface MetricBelow {
  readonly metricId: string;
  /** The agreement it belongs to, right below the one asked about. */
  readonly agreement: Agreement;
}

/** The metrics of the agreements right below one, in the order of the definitions; none below no agreement. */
export function metricsBelow(
  agreementId: string | undefined,
  { agreements, metrics }: Pick<SlaDefinitions, 'agreements' | 'metrics'>,
): readonly MetricBelow[] {
  if (agreementId === undefined) return [];
  const children = new Map(
    agreements.filter(({ parentId }) => parentId === agreementId).map((each) => [each.id, each]),
  );
  if (children.size === 0) return [];
  return metrics.flatMap((metric) => {
    const agreement = children.get(metric.agreementId ?? '');
    return agreement === undefined ? [] : [{ metricId: metric.id, agreement }];
  });
}
