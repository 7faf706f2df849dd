import { createContext, useContext } from 'react';
import { goalsOf } from '../../../src/sla/engine/model/goals-of';
import type { MetricDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import type { LocalizedText } from '../../../src/kernel/text';
import { localized } from '../../shared/i18n';
import type { FieldOption } from '../model/field-catalog';
import { bandText, type NameOf } from './value-text';

type Named = Pick<SlaDefinitions, 'metrics' | 'calendars' | 'holidaySets' | 'agreements'> & {
  /** Jira's spaces by id, where the screen knows them. */
  readonly spaces?: readonly FieldOption[];
  /** Parts of the catalog by id, where the screen knows them. */
  readonly parts?: Readonly<Record<string, LocalizedText>>;
};

const Definitions = createContext<Named>({ metrics: [], calendars: [], holidaySets: [], agreements: [] });

/** The definitions whose names lists and differences below show. */
export const DefinitionNames = Definitions.Provider;

/** The same definitions with a metric that is being saved: as it will be called, and whether there is none of it yet. */
export function useNamesWith(metric: MetricDefinition | null): {
  readonly names: Named;
  readonly isNew: boolean;
} {
  const names = useContext(Definitions);
  if (metric === null) return { names, isNew: false };
  const others = names.metrics.filter(({ id }) => id !== metric.id);
  return { names: { ...names, metrics: [...others, metric] }, isNew: others.length === names.metrics.length };
}

/** What definitions and the parts of a metric or an agreement are called in the viewer's language. */
export function useDefinitionName(): NameOf {
  const { metrics, calendars, holidaySets, agreements, spaces = [], parts = {} } = useContext(Definitions);
  return (id, ownerId) => {
    if (ownerId !== undefined) {
      const metric = metrics.find((each) => each.id === ownerId);
      const { escalations = [], tests = [] } = metric ?? {};
      const goals = metric === undefined ? [] : goalsOf(metric);
      const terms = agreements.find((each) => each.id === ownerId)?.terms;
      const named = [...goals, ...escalations, ...tests, ...(terms?.commitments ?? [])];
      return (
        bandText(terms?.finance?.bands.find((each) => each.id === id)) ??
        named.find((part) => part.id === id && part.name !== '')?.name ??
        spaces.find(({ value }) => value === id)?.label ??
        id
      );
    }
    const metric = metrics.find((each) => each.id === id);
    if (metric !== undefined) return localized(metric.name);
    const definition = [...calendars, ...holidaySets, ...agreements].find((each) => each.id === id);
    const named = Object.hasOwn(parts, id) ? parts[id] : undefined;
    return definition?.name ?? (named && localized(named)) ?? id;
  };
}
