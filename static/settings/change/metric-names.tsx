import { createContext, useContext } from 'react';
import type { MetricDefinition } from '../../../src/sla/domain/model';
import { locale } from '../../shared/i18n';

const Metrics = createContext<readonly MetricDefinition[]>([]);

/** The metrics whose names lists below show. */
export const MetricNames = Metrics.Provider;

/** The name of a metric in the viewer's language; its id when it is gone. */
export function useMetricName(): (id: string) => string {
  const metrics = useContext(Metrics);
  return (id) => {
    const name = metrics.find((metric) => metric.id === id)?.name;
    return (locale() === 'ru' ? name?.ru : undefined) ?? name?.en ?? id;
  };
}
