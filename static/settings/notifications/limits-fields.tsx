import type { SlaPolicy } from '../../../src/sla/definitions/domain/policy/model';
import { t } from '../../shared/i18n';
import { AmountField } from '../../kit/controls/amount-field';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';

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
            <AmountField
              id={`policy-${name}`}
              isWhole
              isCompact={false}
              min={1}
              max={8760}
              value={policy[name]}
              readOnly={readOnly}
              onChange={(value) => onChange({ [name]: value })}
            />
          </LabelledField>
        ))}
      </div>
    </>
  );
}
