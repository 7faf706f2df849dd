import { lazy } from 'react';
import type { HolidaySet, MetricDefinition } from '../../../src/sla/engine/model';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Pick } from '../../kit/controls/pick';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import type { Surroundings } from '../model/metric-text';
import { lacksSpace, ofSpace } from '../model/new-metric';
import { ConditionEditor } from '../shared/condition-editor';

const SpacesSection = lazy(() =>
  import('./spaces/spaces-section').then((m) => ({ default: m.SpacesSection })),
);

interface Props {
  readonly metric: MetricDefinition;
  readonly around: Surroundings;
  readonly holidaySets: readonly HolidaySet[];
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

/** Which work items are measured; a new metric begins with the choice of one space. */
export function ScopePart({ metric, around, holidaySets, readOnly, onChange }: Props) {
  const { catalog } = around;
  if (lacksSpace(metric))
    return (
      <FindingsAt path="scope">
        <LabelledField label={t('settings.metric.space')} hint={t('settings.metric.spaceHint')}>
          <Pick
            label={t('settings.metric.space')}
            value=""
            readOnly={readOnly}
            options={catalog.valuesOf('projectId')}
            onChange={(id) => onChange({ ...metric, scope: ofSpace(id) })}
          />
        </LabelledField>
      </FindingsAt>
    );
  return (
    <>
      <FindingsAt path="scope">
        <p className={forms.hint}>{conditionText(metric.scope, catalog)}</p>
        {!readOnly && (
          <ConditionEditor
            label={t('settings.metric.scopeEdit')}
            value={metric.scope}
            catalog={catalog}
            onChange={(scope) => onChange({ ...metric, scope: scope ?? { all: [] } })}
          />
        )}
      </FindingsAt>
      <SpacesSection
        metric={metric}
        around={around}
        holidaySets={holidaySets}
        readOnly={readOnly}
        onChange={onChange}
      />
    </>
  );
}
