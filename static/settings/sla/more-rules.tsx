import type { CancelRule, MetricDefinition } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { AmountField } from '../../kit/controls/amount-field';
import { Checkbox } from '../../kit/controls/checkbox';
import { Choice } from '../../kit/controls/choice';
import { DurationField } from '../../kit/controls/duration-field';
import forms from '../../kit/forms.module.css';
import { Labelled } from '../../kit/controls/labelled';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Pick } from '../../kit/controls/pick';
import { ProblemsAt } from '../shared/problems-at';
import { ActionOrder } from './action-order';
import { MetricState } from './metric-state';
import { ResetEditor } from './reset-editor';
import { TriggersEditor } from './triggers-editor';

interface Props {
  readonly metric: MetricDefinition;
  readonly metrics: readonly MetricDefinition[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

const CANCELS: readonly CancelRule['when'][] = ['never', 'startNoLongerHolds', 'trigger'];
const NOW = '';

const cancelRule = (when: CancelRule['when']): CancelRule =>
  when === 'trigger' ? { when, any: [{ on: 'changed', field: 'status', to: [] }] } : { when };

/** Rules most metrics never change: when the metric is in force, what resumes, cancels and resets it, and the fine points of counting. */
export function MoreRules({ metric, metrics, catalog, readOnly, onChange }: Props) {
  const { dateFields } = useDirectory(catalog);
  const edit = (change: Partial<MetricDefinition>) => onChange({ ...metric, ...change });
  const without = (key: 'resume' | 'reset' | 'order' | 'startFromField') => {
    const { [key]: _left, ...rest } = metric;
    onChange(rest);
  };
  const events = {
    catalog,
    metrics: metrics.filter(({ id }) => id !== metric.id),
    readOnly,
    mayBeEmpty: true,
  };
  return (
    <div className={forms.panel}>
      <MetricState metric={metric} readOnly={readOnly} onChange={onChange} />
      <ProblemsAt path="resume">
        <Labelled label={t('settings.more.resume')}>
          <Choice
            label={t('settings.more.resume')}
            value={metric.resume === undefined ? 'auto' : 'events'}
            readOnly={readOnly}
            options={(['auto', 'events'] as const).map((value) => ({
              value,
              label: t(`settings.more.resume.${value}`),
            }))}
            onChange={(how) =>
              how === 'auto'
                ? without('resume')
                : edit({ resume: [{ on: 'commented', by: ['requester'], audience: 'any' }] })
            }
          />
        </Labelled>
      </ProblemsAt>
      {metric.resume !== undefined && (
        <TriggersEditor
          {...events}
          path="resume"
          title={t('settings.more.resumesWhen')}
          triggers={metric.resume}
          onChange={(resume) => edit({ resume })}
        />
      )}
      <ProblemsAt path="cancel">
        <Labelled label={t('settings.more.cancel')}>
          <Choice
            label={t('settings.more.cancel')}
            value={metric.cancel.when}
            readOnly={readOnly}
            options={CANCELS.map((value) => ({ value, label: t(`settings.more.cancel.${value}`) }))}
            onChange={(when) => edit({ cancel: cancelRule(when) })}
          />
        </Labelled>
      </ProblemsAt>
      {metric.cancel.when === 'trigger' && (
        <TriggersEditor
          {...events}
          path="cancel.any"
          title={t('settings.more.cancelsWhen')}
          triggers={metric.cancel.any}
          onChange={(any) => edit({ cancel: { when: 'trigger', any } })}
        />
      )}
      <ResetEditor
        {...events}
        reset={metric.reset}
        onChange={(reset) => (reset === undefined ? without('reset') : edit({ reset }))}
      />
      <h3 className={forms.heading}>{t('settings.more.counting')}</h3>
      <Labelled label={t('settings.more.startFrom')}>
        <Pick
          label={t('settings.more.startFrom')}
          value={metric.startFromField ?? NOW}
          readOnly={readOnly}
          options={[
            { value: NOW, label: t('settings.more.startFrom.event') },
            { value: 'created', label: t('settings.more.startFrom.created') },
            ...dateFields.filter(({ value }) => value !== 'created'),
          ]}
          onChange={(field) => (field === NOW ? without('startFromField') : edit({ startFromField: field }))}
        />
      </Labelled>
      {metric.startFromField !== undefined && (
        <Checkbox
          label={t('settings.more.retroactivePause')}
          hint={t('settings.more.retroactivePauseHint')}
          value={metric.retroactivePause}
          readOnly={readOnly}
          onChange={(retroactivePause) => edit({ retroactivePause })}
        />
      )}
      <Checkbox
        label={t('settings.more.stopBeforeStart')}
        hint={t('settings.more.stopBeforeStartHint')}
        value={metric.stopBeforeStart === 'met'}
        readOnly={readOnly}
        onChange={(met) => edit({ stopBeforeStart: met ? 'met' : 'ignore' })}
      />
      <ProblemsAt path="undoStopMs">
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.more.undoStop')}</span>
          <div className={forms.row}>
            <DurationField
              label={t('settings.more.undoStop')}
              value={metric.undoStopMs}
              readOnly={readOnly}
              onChange={(undoStopMs) => edit({ undoStopMs })}
            />
          </div>
          <span className={forms.hint}>{t('settings.more.undoStopHint')}</span>
        </div>
      </ProblemsAt>
      <ProblemsAt path="graceMs">
        <LabelledField
          id="metric-grace"
          label={t('settings.metric.grace')}
          hint={t('settings.metric.graceHint')}
        >
          <AmountField
            id="metric-grace"
            isCompact={false}
            width={120}
            value={metric.graceMs / 60_000}
            readOnly={readOnly}
            onChange={(minutes) => edit({ graceMs: Math.round(minutes * 60_000) })}
          />
        </LabelledField>
      </ProblemsAt>
      <ProblemsAt path="order">
        <ActionOrder
          order={metric.order}
          readOnly={readOnly}
          onChange={(order) => (order === undefined ? without('order') : edit({ order }))}
        />
      </ProblemsAt>
    </div>
  );
}
