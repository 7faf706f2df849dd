import CopyIcon from '@atlaskit/icon/core/copy';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { driftingSpaces } from '../../../src/sla/definitions/domain/rules/drift';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { localized, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { pageAddress } from '../addresses';
import { copiedName } from '../model/copied-name';
import { forceKey, forceOf } from '../model/metric-force';
import { goalName, promiseText, type Surroundings } from '../model/metric-text';
import { newMetric } from '../model/new-metric';
import type { PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { Gone } from '../shared/gone';
import { type Column, ListPage } from '../../kit/list/list-page';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import { useOpened } from '../shared/use-opened';
import { useSave } from '../shared/use-save';
import { DeleteMetric } from './delete-metric';
import { MetricEditor } from './metric-editor';

const ChangeHistory = lazy(() =>
  import('../change/change-history').then((m) => ({ default: m.ChangeHistory })),
);

type Props = Pick<PageProps, 'definitions' | 'problems' | 'catalog' | 'readOnly' | 'onChanged'>;

/** SLA metrics: the list, and the editor of one. */
export function MetricsPage({ definitions, problems, catalog, readOnly, onChanged }: Props) {
  const { metrics, calendars } = definitions;
  const make = useCallback(
    (id: string, like?: MetricDefinition) =>
      like === undefined ? newMetric(id, calendars, catalog) : copyOf(like, id),
    [calendars, catalog],
  );
  const { opened: editing, isGone, openNew, openCopy, close, finish } = useOpened('metrics', metrics, make);
  const save = useSave();
  const change = useChange(definitions.version, (applied) => {
    onChanged(applied.definitions, applied.problems);
    finish();
  });
  const subject = `metric:${editing?.id}`;
  const stored = useMemo(() => problems.filter(({ whose }) => whose === subject), [problems, subject]);
  const named = { ...definitions, spaces: catalog.valuesOf('projectId') };

  if (isGone) return <Gone page="metrics" />;
  if (editing !== null) {
    const known = metrics.some(({ id }) => id === editing.id);
    return (
      <>
        <DefinitionNames value={named}>{change.dialog}</DefinitionNames>
        <MetricEditor
          key={editing.id}
          metric={editing}
          definitions={definitions}
          catalog={catalog}
          readOnly={readOnly}
          saving={change.saving}
          message={change.error ?? change.done}
          problems={change.problems ?? stored}
          onCancel={close}
          onSave={(metric) => change.propose({ section: 'metric', value: metric })}
        >
          {!readOnly && known && (
            <DeleteMetric
              metricId={editing.id}
              version={definitions.version}
              onDeleted={(answer, message) => {
                onChanged(answer.definitions, answer.problems);
                finish();
                save.tell(message);
              }}
            />
          )}
        </MetricEditor>
      </>
    );
  }

  return (
    <ListPage
      title={t('settings.tab.metrics')}
      makes={t('settings.metric.new')}
      empty={{ title: t('settings.metric.empty'), text: t('settings.metric.emptyText') }}
      members={metrics}
      nameOf={({ name }) => localized(name)}
      to={({ id }) => pageAddress('metrics', id)}
      columns={COLUMNS({ catalog, calendars, metrics })}
      onNew={readOnly ? undefined : openNew}
      actions={
        readOnly
          ? undefined
          : ({ id, name }) => [
              {
                label: t('kit.list.duplicate', { name: localized(name) }),
                icon: CopyIcon,
                onClick: () => openCopy(id),
              },
            ]
      }
      message={
        <>
          {save.done}
          {change.done}
          <RecalculationBar canAct={!readOnly} version={definitions.version} />
        </>
      }
    >
      <Suspense fallback={<SkeletonLines height={40} count={3} />}>
        <DefinitionNames value={named}>
          <ChangeHistory
            version={definitions.version}
            readOnly={readOnly}
            onApplied={(applied) => onChanged(applied.definitions, applied.problems)}
          />
        </DefinitionNames>
      </Suspense>
    </ListPage>
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
