import Textfield from '@atlaskit/textfield';
import type { SlaPolicy } from '../../../src/sla/domain/policy/model';
import { t } from '../../shared/i18n';
import { Choice } from '../shared/choice';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';

interface Props {
  readonly policy: SlaPolicy;
  readonly readOnly: boolean;
  readonly onChange: (change: Partial<SlaPolicy>) => void;
}

const HOURS = ['pauseAloneHours', 'pauseMostHours', 'extendAloneHours'] as const;

/** Who may pause a clock by hand, and how long one may be paused or extended without an SLA manager. */
export function LimitsFields({ policy, readOnly, onChange }: Props) {
  return (
    <>
      <h3 className={forms.heading}>{t('settings.notify.limits')}</h3>
      <p className={forms.hint}>{t('settings.notify.limitsHint')}</p>
      <Choice
        label={t('settings.notify.pauseBy')}
        value={policy.pauseBy}
        isDisabled={readOnly}
        options={(['editors', 'granted'] as const).map((who) => ({
          value: who,
          label: t(`settings.notify.pauseBy.${who}`),
        }))}
        onChange={(pauseBy) => onChange({ pauseBy })}
      />
      <div className={`${forms.pair} ${forms.even}`}>
        {HOURS.map((name) => (
          <LabelledField
            key={name}
            id={`policy-${name}`}
            label={t(`settings.notify.${name}`)}
            error={
              name === 'pauseAloneHours' && policy.pauseAloneHours > policy.pauseMostHours
                ? t('settings.notify.pauseAloneTooLong')
                : undefined
            }
          >
            <Textfield
              id={`policy-${name}`}
              type="number"
              min={1}
              max={8760}
              value={String(policy[name])}
              isReadOnly={readOnly}
              onChange={(event) => onChange({ [name]: Math.round(Number(event.currentTarget.value)) })}
            />
          </LabelledField>
        ))}
      </div>
    </>
  );
}
