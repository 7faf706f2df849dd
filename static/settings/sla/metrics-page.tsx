import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense } from 'react';
import { driftingSpaces } from '../../../src/sla/definitions/domain/rules/drift';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { locale, t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { pageAddress } from '../addresses';
import { forceOf } from '../model/metric-force';
import { shortTarget, targetInput } from '../model/target-input';
import type { PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { Gone } from '../shared/gone';
import { ListTable } from '../../kit/list/list-table';
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

const newMetric = (id: string): MetricDefinition => ({
  id,
  name: { en: '' },
  kind: 'SLA',
  version: 0,
  active: true,
  scope: { all: [] },
  start: [{ on: 'created' }],
  stop: [{ on: 'changed', field: 'resolution', edge: 'set' }],
  pause: [],
  cancel: { when: 'never' },
  method: 'every',
  calendar: { kind: 'fixed', calendarId: null },
  goals: [
    {
      id: crypto.randomUUID(),
      name: '',
      target: { kind: 'duration', ms: 8 * 3_600_000 },
    },
  ],
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
});

/** SLA metrics: the list, and the editor of one. */
export function MetricsPage({ definitions, problems, catalog, readOnly, onChanged }: Props) {
  const { metrics } = definitions;
  const { opened: editing, isGone, openNew, close, finish } = useOpened('metrics', metrics, newMetric);
  const save = useSave();
  const change = useChange(definitions.version, (applied) => {
    onChanged(applied.definitions, applied.problems);
    finish();
  });
  const nameOf = (metric: MetricDefinition) =>
    (locale() === 'ru' ? metric.name.ru : undefined) ?? metric.name.en;

  const named = { ...definitions, spaces: catalog.valuesOf('projectId') };

  if (isGone) return <Gone page="metrics" />;
  if (editing !== null) {
    const known = metrics.some(({ id }) => id === editing.id);
    return (
      <>
        <h2 className={forms.title}>{nameOf(editing) === '' ? t('settings.metric.new') : nameOf(editing)}</h2>
        {change.error}
        {change.done}
        <DefinitionNames value={named}>{change.dialog}</DefinitionNames>
        <MetricEditor
          key={editing.id}
          metric={editing}
          definitions={definitions}
          catalog={catalog}
          readOnly={readOnly}
          saving={change.saving}
          problems={change.problems ?? problems.filter(({ whose }) => whose === `metric:${editing.id}`)}
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
                void save.run(() => Promise.resolve(message));
              }}
            />
          )}
        </MetricEditor>
      </>
    );
  }

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.metrics')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={openNew}>
            {t('settings.metric.new')}
          </Button>
        )}
      </div>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <ListTable
        caption={t('settings.tab.metrics')}
        columns={[t('settings.name'), t('settings.metric.kind'), t('settings.goals'), t('settings.status')]}
        empty={t('settings.metric.empty')}
        rows={metrics.map((metric) => ({
          id: metric.id,
          to: pageAddress('metrics', metric.id),
          cells: [
            nameOf(metric),
            metric.kind,
            <GoalsCell key="goals" metric={metric} />,
            <Lozenge key="state" appearance={forceOf(metric) === 'active' ? 'success' : 'default'}>
              {t(stateKey(metric))}
            </Lozenge>,
          ],
        }))}
      />
      <Suspense fallback={<SkeletonLines height={40} count={3} />}>
        <DefinitionNames value={named}>
          <ChangeHistory
            version={definitions.version}
            readOnly={readOnly}
            onApplied={(applied) => onChanged(applied.definitions, applied.problems)}
          />
        </DefinitionNames>
      </Suspense>
    </>
  );
}

/** The standard's goals, and how many spaces depart from them. */
function GoalsCell({ metric }: { readonly metric: MetricDefinition }) {
  const differing = driftingSpaces(metric).length;
  return (
    <>
      {metric.goals.map((goal) => goalText(goal)).join(' · ')}
      {differing > 0 && (
        <div className={forms.hint}>{t('settings.spaces.differing', { count: differing })}</div>
      )}
    </>
  );
}

function stateKey(metric: MetricDefinition): string {
  const force = forceOf(metric);
  if (force === 'active') return 'settings.active';
  return force === 'off' ? 'settings.inactive' : 'settings.metric.isRetired';
}

function goalText(goal: MetricDefinition['goals'][number]): string {
  const { unit } = targetInput(goal.target, locale());
  const target = shortTarget(goal.target) ?? t(`settings.unit.${unit}`);
  return goal.name === '' ? target : `${goal.name}: ${target}`;
}
