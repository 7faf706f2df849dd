import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { lazy, Suspense, useState } from 'react';
import type { Problem } from '../../../src/sla/contract';
import type { CalendarDefinition, MetricDefinition, SlaDefinitions } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { FieldCatalog } from '../model/field-catalog';
import { Choice } from '../shared/choice';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';
import { LocalizedInput } from '../shared/localized-input';
import { ProblemList } from '../shared/problem-list';
import { conditionText } from '../model/condition-text';
import { EscalationsView } from './escalations-view';
import { GoalsEditor } from './goals-editor';
import { PausesEditor } from './pauses-editor';
import { TriggersEditor } from './triggers-editor';

// Both bring the engine along.
const Simulator = lazy(() => import('./simulate/simulator').then((m) => ({ default: m.Simulator })));
const TestCases = lazy(() => import('./tests/test-cases').then((m) => ({ default: m.TestCases })));

interface Props {
  readonly metric: MetricDefinition;
  readonly definitions: SlaDefinitions;
  readonly calendars: readonly CalendarDefinition[];
  readonly catalog: FieldCatalog;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
  readonly saving: boolean;
  readonly onSave: (metric: MetricDefinition) => void;
  readonly onCancel: () => void;
}

const METHODS = ['first', 'last', 'every', 'sum', 'span'] as const;
const GOAL_CHANGES = ['carry', 'restart', 'keep', 'retroactive'] as const;
const VISIBILITIES = ['hidden', 'state', 'date'] as const;

/** One metric: what starts, pauses and stops it, its goals in order, what requesters see, and a way to try it. */
export function MetricEditor(props: Props) {
  const { calendars, definitions, catalog, problems, readOnly, saving, onSave, onCancel } = props;
  const [draft, setDraft] = useState(props.metric);
  const edit = (change: Partial<MetricDefinition>) => setDraft({ ...draft, ...change });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <ProblemList problems={problems} />
      <LocalizedInput
        id="metric-name"
        label={t('settings.name')}
        value={draft.name}
        readOnly={readOnly}
        onChange={(name) => edit({ name })}
      />
      <GoalsEditor
        goals={draft.goals}
        calendars={calendars}
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
            condition={draft.scope}
            catalog={catalog}
            onChange={(scope) => edit({ scope: scope ?? { all: [] } })}
          />
        )}
      </section>
      <TriggersEditor
        title={t('settings.metric.start')}
        triggers={draft.start}
        catalog={catalog}
        readOnly={readOnly}
        onChange={(start) => edit({ start })}
      />
      <TriggersEditor
        title={t('settings.metric.stop')}
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
              isDisabled={readOnly}
              options={METHODS.map((value) => ({ value, label: t(`settings.method.${value}`) }))}
              onChange={(method) => edit({ method })}
            />
          </Labelled>
          <Labelled label={t('settings.metric.goalChange')}>
            <Choice
              label={t('settings.metric.goalChange')}
              value={draft.goalChange}
              isDisabled={readOnly}
              options={GOAL_CHANGES.map((value) => ({ value, label: t(`settings.goalChange.${value}`) }))}
              onChange={(goalChange) => edit({ goalChange })}
            />
          </Labelled>
          <Labelled label={t('settings.metric.visibility')}>
            <Choice
              label={t('settings.metric.visibility')}
              value={draft.visibility}
              isDisabled={readOnly}
              options={VISIBILITIES.map((value) => ({ value, label: t(`settings.visibility.${value}`) }))}
              onChange={(visibility) => edit({ visibility })}
            />
          </Labelled>
        </div>
        <LabelledField
          id="metric-grace"
          label={t('settings.metric.grace')}
          hint={t('settings.metric.graceHint')}
        >
          <Textfield
            id="metric-grace"
            type="number"
            min={0}
            width={120}
            isReadOnly={readOnly}
            value={String(draft.graceMs / 60_000)}
            onChange={(event) => edit({ graceMs: Math.max(0, Number(event.currentTarget.value)) * 60_000 })}
          />
        </LabelledField>
      </section>
      <EscalationsView escalations={draft.escalations} />
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
      <div className={forms.actions}>
        {!readOnly && (
          <Button type="submit" appearance="primary" isLoading={saving}>
            {t('settings.save')}
          </Button>
        )}
        <Button appearance="subtle" onClick={onCancel}>
          {t(readOnly ? 'settings.back' : 'settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={forms.field}>
      <span className={forms.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
