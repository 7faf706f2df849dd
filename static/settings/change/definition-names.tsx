import { createContext, useContext } from 'react';
import type { SlaDefinitions } from '../../../src/sla/domain/model';
import { localized } from '../../shared/i18n';
import type { NameOf } from './value-text';

type Named = Pick<SlaDefinitions, 'metrics' | 'calendars' | 'holidaySets' | 'agreements'>;

const Definitions = createContext<Named>({ metrics: [], calendars: [], holidaySets: [], agreements: [] });

/** The definitions whose names lists and differences below show. */
export const DefinitionNames = Definitions.Provider;

/** What definitions and the parts of a metric are called in the viewer's language. */
export function useDefinitionName(): NameOf {
  const { metrics, calendars, holidaySets, agreements } = useContext(Definitions);
  return (id, metricId) => {
    if (metricId !== undefined) {
      const { goals = [], escalations = [], tests = [] } = metrics.find((each) => each.id === metricId) ?? {};
      return (
        [...goals, ...escalations, ...tests].find((part) => part.id === id && part.name !== '')?.name ?? id
      );
    }
    const metric = metrics.find((each) => each.id === id);
    if (metric !== undefined) return localized(metric.name);
    return [...calendars, ...holidaySets, ...agreements].find((each) => each.id === id)?.name ?? id;
  };
}
