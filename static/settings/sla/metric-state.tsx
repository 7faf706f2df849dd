import Textfield from '@atlaskit/textfield';
import type { MetricDefinition } from '../../../src/sla/domain/model';
import { locale, t } from '../../shared/i18n';
import { type MetricForce, forceOf, instantInput, readInstant, withForce } from '../model/metric-force';
import { Choice } from '../shared/choice';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';

interface Props {
  readonly metric: MetricDefinition;
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

const FORCES: readonly MetricForce[] = ['active', 'finish', 'cancel', 'off'];

/** Whether the metric is in force, since when, and what becomes of cycles under way when it no longer is. */
export function MetricState({ metric, readOnly, onChange }: Props) {
  const force = forceOf(metric);
  const withEffect = (text: string) => {
    const { effectiveFrom: _before, ...rest } = metric;
    const instant = readInstant(text);
    onChange(instant === null ? rest : { ...rest, effectiveFrom: instant });
  };
  const since = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className={forms.pair}>
      <div className={forms.field}>
        <span className={forms.label} aria-hidden="true">
          {t('settings.more.force')}
        </span>
        <Choice
          label={t('settings.more.force')}
          value={force}
          isDisabled={readOnly}
          options={FORCES.map((value) => ({ value, label: t(`settings.more.force.${value}`) }))}
          onChange={(next) => onChange(withForce(metric, next, Date.now()))}
        />
        <span className={forms.hint}>
          {t(`settings.more.forceHint.${force}`)}
          {metric.retired === undefined
            ? ''
            : ` ${t('settings.more.retiredSince', { at: since.format(metric.retired.at) })}`}
        </span>
      </div>
      <LabelledField
        id="metric-effective"
        label={t('settings.more.effectiveFrom')}
        hint={t('settings.more.effectiveFromHint')}
      >
        <Textfield
          id="metric-effective"
          type="datetime-local"
          width={220}
          isReadOnly={readOnly}
          value={instantInput(metric.effectiveFrom)}
          onChange={(event) => withEffect(event.currentTarget.value)}
        />
      </LabelledField>
    </div>
  );
}
