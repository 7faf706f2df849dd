import { lazy, type ReactNode, Suspense } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import type { MetricDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useNamedCatalog } from '../directory/use-named-catalog';
import type { FieldCatalog } from '../model/field-catalog';
import { Choice } from '../../kit/controls/choice';
import { ConditionEditor } from '../shared/condition-editor';
import { Disclosure } from '../../kit/controls/disclosure';
import { FormProblems } from '../shared/form-problems';
import { EditorActions } from '../shared/editor-actions';
import forms from '../../kit/forms.module.css';
import { Labelled } from '../../kit/controls/labelled';
import { LocalizedInput } from '../../kit/controls/localized-input';
import { ProblemsAt } from '../shared/problems-at';
import { conditionText } from '../model/condition-text';
import { GoalsEditor } from './goals-editor';
import { MetricIdentity } from './metric-identity';
import { MetricSummary } from './metric-summary';
import { PausesEditor } from './pauses-editor';
import { TriggersEditor } from './triggers-editor';

// Both bring the engine along.
const Simulator = lazy(() => import('./simulate/simulator').then((m) => ({ default: m.Simulator })));
const TestCases = lazy(() => import('./tests/test-cases').then((m) => ({ default: m.TestCases })));

// These come after the rest: most visits change a target.
const EscalationsEditor = lazy(() =>
  import('../escalations/escalations-editor').then((m) => ({ default: m.EscalationsEditor })),
);
const SpacesSection = lazy(() =>
  import('./spaces/spaces-section').then((m) => ({ default: m.SpacesSection })),
);
const MoreRules = lazy(() => import('./more-rules').then((m) => ({ default: m.MoreRules })));

interface Props {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly catalog: FieldCatalog;
  readonly problems: readonly Finding[];
  readonly readOnly: boolean;
  readonly saving: boolean;
  readonly onSave: (metric: MetricDefinition) => void;
  readonly onCancel: () => void;
  /** What else can be done with the metric, below the editor. */
  readonly children?: ReactNode;
}

const METHODS = ['first', 'last', 'every', 'sum', 'span'] as const;
const GOAL_CHANGES = ['carry', 'restart', 'keep', 'retroactive'] as const;
const VISIBILITIES = ['hidden', 'state', 'date'] as const;

/** One metric: what starts, pauses and stops it, its goals in order, what requesters see, and a way to try it. */
export function MetricEditor(props: Props) {
  const { definitions, problems, readOnly, saving, onSave, onCancel } = props;
  const catalog = useNamedCatalog(props.catalog);
  const [draft, setDraft] = useEdited(props.metric);
  const edit = (change: Partial<MetricDefinition>) => setDraft({ ...draft, ...change });
  const { calendars, holidaySets, agreements } = definitions;
  const metrics = definitions.metrics.filter(({ id }) => id !== draft.id);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <FormProblems problems={problems} subject={`metric:${draft.id}`}>
        <MetricSummary metric={draft} around={{ catalog, calendars, metrics }} />
        <ProblemsAt path="name">
          <LocalizedInput
            id="metric-name"
            label={t('settings.name')}
            value={draft.name}
            readOnly={readOnly}
            onChange={(name) => edit({ name })}
          />
        </ProblemsAt>
        <MetricIdentity metric={draft} agreements={agreements} readOnly={readOnly} onChange={setDraft} />
        <GoalsEditor
          goals={draft.goals}
          calendar={draft.calendar}
          calendars={calendars}
          holidaySets={holidaySets}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(goals) => edit({ goals })}
        />
        <section>
          <h3 className={forms.heading}>{t('settings.metric.scope')}</h3>
          <p className={forms.hint}>{conditionText(draft.scope, catalog)}</p>
          {!readOnly && (
            <ConditionEditor
              label={t('settings.metric.scopeEdit')}
              value={draft.scope}
              catalog={catalog}
              onChange={(scope) => edit({ scope: scope ?? { all: [] } })}
            />
          )}
        </section>
        <Suspense fallback={<SkeletonLines height={40} count={2} />}>
          <SpacesSection
            metric={draft}
            around={{ catalog, calendars, metrics }}
            holidaySets={holidaySets}
            readOnly={readOnly}
            onChange={setDraft}
          />
        </Suspense>
        <TriggersEditor
          title={t('settings.metric.start')}
          path="start"
          metrics={metrics}
          triggers={draft.start}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(start) => edit({ start })}
        />
        <TriggersEditor
          title={t('settings.metric.stop')}
          path="stop"
          metrics={metrics}
          triggers={draft.stop}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(stop) => edit({ stop })}
        />
        <PausesEditor
          pauses={draft.pause}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(pause) => edit({ pause })}
        />
        <section>
          <h3 className={forms.heading}>{t('settings.metric.rules')}</h3>
          <div className={forms.pair}>
            <Labelled label={t('settings.metric.method')}>
              <Choice
                label={t('settings.metric.method')}
                value={draft.method}
                readOnly={readOnly}
                options={METHODS.map((value) => ({ value, label: t(`settings.method.${value}`) }))}
                onChange={(method) => edit({ method })}
              />
            </Labelled>
            <Labelled label={t('settings.metric.goalChange')}>
              <Choice
                label={t('settings.metric.goalChange')}
                value={draft.goalChange}
                readOnly={readOnly}
                options={GOAL_CHANGES.map((value) => ({ value, label: t(`settings.goalChange.${value}`) }))}
                onChange={(goalChange) => edit({ goalChange })}
              />
            </Labelled>
            <Labelled label={t('settings.metric.visibility')}>
              <Choice
                label={t('settings.metric.visibility')}
                value={draft.visibility}
                readOnly={readOnly}
                options={VISIBILITIES.map((value) => ({ value, label: t(`settings.visibility.${value}`) }))}
                onChange={(visibility) => edit({ visibility })}
              />
            </Labelled>
          </div>
        </section>
        <Suspense fallback={<SkeletonLines height={40} count={2} />}>
          <EscalationsEditor
            levels={draft.escalations}
            catalog={catalog}
            readOnly={readOnly}
            onChange={(escalations) => edit({ escalations })}
          />
        </Suspense>
        <Disclosure label={t('settings.more')} startsOpen={concernsMore(problems)}>
          <MoreRules
            metric={draft}
            metrics={definitions.metrics}
            catalog={catalog}
            readOnly={readOnly}
            onChange={setDraft}
          />
        </Disclosure>
      </FormProblems>
      <Suspense fallback={<SkeletonLines height={60} count={2} />}>
        <Simulator
          metric={draft}
          definitions={definitions}
          catalog={catalog}
          onMakeTest={readOnly ? undefined : (test) => edit({ tests: [...(draft.tests ?? []), test] })}
        />
        <TestCases
          metric={draft}
          definitions={definitions}
          catalog={catalog}
          readOnly={readOnly}
          onChange={(tests) => edit({ tests })}
        />
      </Suspense>
      <EditorActions readOnly={readOnly} saving={saving} onCancel={onCancel} />
      {props.children}
    </form>
  );
}

const MORE = ['resume', 'cancel', 'reset', 'order', 'effectiveFrom', 'retired'];

/** Whether something behind the disclosure is wrong. */
const concernsMore = (problems: readonly Finding[]): boolean =>
  problems.some(({ at }) => MORE.some((part) => at.split('.').includes(part)));
