import { createContext, useContext } from 'react';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { localized } from '../../shared/i18n';

type Named = Pick<SlaDefinitions, 'metrics' | 'calendars' | 'holidaySets' | 'agreements'>;

const Definitions = createContext<Named>({ metrics: [], calendars: [], holidaySets: [], agreements: [] });

/** The definitions whose names lists and differences below show. */
export const DefinitionNames = Definitions.Provider;

/** The name of a metric, a calendar, a holiday set or an agreement in the viewer's language; its id when it is gone. */
export function useDefinitionName(): (id: string) => string {
  const { metrics, calendars, holidaySets, agreements } = useContext(Definitions);
  return (id) => {
    const metric = metrics.find((each) => each.id === id);
    if (metric !== undefined) return localized(metric.name);
    return [...calendars, ...holidaySets, ...agreements].find((each) => each.id === id)?.name ?? id;
  };
}
