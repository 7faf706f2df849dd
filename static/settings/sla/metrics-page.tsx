import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useMemo } from 'react';
import { driftingSpaces } from '../../../src/sla/definitions/domain/rules/drift';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import forms from '../../kit/forms.module.css';
import type { Column } from '../../kit/list/list-page';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { DefinitionNames } from '../change/definition-names';
import { copiedName } from '../model/copied-name';
import { forceKey, forceOf } from '../model/metric-force';
import { goalName, promiseText, type Surroundings } from '../model/metric-text';
import { newMetric } from '../model/new-metric';
import type { PageProps } from '../page-props';
import { DefinitionsPage } from '../shared/definitions-page';
import type { DefinitionKind, DefinitionProps } from '../shared/use-definitions';
import { DeleteMetric } from './delete-metric';
import { MetricEditor } from './metric-editor';

const ChangeHistory = lazy(() =>
  import('../change/change-history').then((m) => ({ default: m.ChangeHistory })),
);

type Props = DefinitionProps & Pick<PageProps, 'catalog'>;

/** SLA metrics: the list, and the editor of one. */
export function MetricsPage(props: Props) {
  const { definitions, catalog, readOnly, onChanged } = props;
  const { metrics, calendars, version } = definitions;
  const kind = useMemo(
    (): DefinitionKind<MetricDefinition> => ({
      page: 'metrics',
      section: 'metric',
      of: (all) => all.metrics,
      nameOf: ({ name }) => localized(name),
      make: (id) => newMetric(id, calendars, catalog),
      copy: copyOf,
    }),
    [calendars, catalog],
  );
  const names = { ...definitions, spaces: catalog.valuesOf('projectId') };
  return (
    <DefinitionsPage
      {...props}
      kind={kind}
      names={names}
      makes={t('settings.metric.new')}
      empty={{ title: t('settings.metric.empty'), text: t('settings.metric.emptyText') }}
      columns={COLUMNS({ catalog, calendars, metrics })}
      editor={(all, metric) => (
        <MetricEditor
          key={metric.id}
          metric={metric}
          definitions={definitions}
          catalog={catalog}
          readOnly={readOnly}
          saving={all.saving}
          message={all.message}
          problems={all.findings}
          onCancel={all.close}
          onSave={all.save}
        >
          {!readOnly && !all.isNew && (
            <DeleteMetric metricId={metric.id} version={version} onDeleted={all.onRemoved} />
          )}
        </MetricEditor>
      )}
    >
      <Suspense fallback={<SkeletonLines height={40} count={3} />}>
        <DefinitionNames value={names}>
          <ChangeHistory
            version={version}
            readOnly={readOnly}
            onApplied={(applied) => onChanged(applied.definitions, applied.problems)}
          />
        </DefinitionNames>
      </Suspense>
    </DefinitionsPage>
  );
}

const COLUMNS = (around: Surroundings): readonly Column<MetricDefinition>[] => [
  { key: 'kind', label: 'settings.metric.kind', cell: ({ kind }) => kind, sortBy: ({ kind }) => kind },
  { key: 'goals', label: 'settings.goals', cell: (metric) => <GoalsCell metric={metric} around={around} /> },
  {
    key: 'state',
    label: 'settings.status',
    cell: (metric) => (
      <Lozenge appearance={forceOf(metric) === 'active' ? 'success' : 'default'}>
        {t(forceKey(metric))}
      </Lozenge>
    ),
    sortBy: (metric) => t(forceKey(metric)),
  },
];

/** It measures like the other, under a name of its own, from its first version on. */
const copyOf = ({ name, ...like }: MetricDefinition, id: string): MetricDefinition => ({
  ...like,
  id,
  version: 0,
  name: copiedName(name),
});

/** The standard's goals, and how many spaces depart from them. */
function GoalsCell({ metric, around }: { readonly metric: MetricDefinition; readonly around: Surroundings }) {
  const differing = driftingSpaces(metric).length;
  return (
    <>
      {metric.goals
        .map((goal) => `${goalName(goal, around.catalog)}: ${promiseText(goal.target, around)}`)
        .join(' · ')}
      {differing > 0 && (
        <div className={forms.hint}>{t('settings.spaces.differing', { count: differing })}</div>
      )}
    </>
  );
}
