import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { instantAtWall, wallTime, zoneNote } from '../../shared/wall-time';
import { type MetricForce, forceOf, withForce } from '../model/metric-force';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';

interface Props {
  readonly metric: MetricDefinition;
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

const FORCES: readonly MetricForce[] = ['active', 'finish', 'cancel', 'off'];

/** Whether the metric is in force, since when, and what becomes of cycles under way when it no longer is. */
export function MetricState({ metric, readOnly, onChange }: Props) {
  const force = forceOf(metric);
  const [opened] = useState(() => Date.now());
  const withEffect = (text: string) => {
    const { effectiveFrom: _before, ...rest } = metric;
    const instant = instantAtWall(text);
    onChange(instant === undefined ? rest : { ...rest, effectiveFrom: instant });
  };
  return (
    <div className={forms.pair}>
      <div className={forms.field}>
        <span className={forms.label} aria-hidden="true">
          {t('settings.more.force')}
        </span>
        <Choice
          label={t('settings.more.force')}
          value={force}
          readOnly={readOnly}
          options={FORCES.map((value) => ({ value, label: t(`settings.more.force.${value}`) }))}
          onChange={(next) => onChange(withForce(metric, next, Date.now()))}
        />
        <span className={forms.hint}>
          {t(`settings.more.forceHint.${force}`)}
          {metric.retired === undefined
            ? ''
            : ` ${t('settings.more.retiredSince', { at: formatDateTime(metric.retired.at) })}`}
        </span>
      </div>
      <LabelledField
        id="metric-effective"
        label={t('settings.more.effectiveFrom')}
        hint={`${t('settings.more.effectiveFromHint')} ${zoneNote(metric.effectiveFrom ?? opened)}`}
      >
        <Textfield
          id="metric-effective"
          type="datetime-local"
          width={220}
          isReadOnly={readOnly}
          value={metric.effectiveFrom === undefined ? '' : wallTime(metric.effectiveFrom)}
          onChange={(event) => withEffect(event.currentTarget.value)}
        />
      </LabelledField>
    </div>
  );
}
