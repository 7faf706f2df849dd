import Button from '@atlaskit/button/default/button';
import type { AgreementTerms, PeriodKind } from '../../../../src/sla/engine/model';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import { Choice } from '../../../kit/controls/choice';
import forms from '../../../kit/forms.module.css';
import { LabelledField } from '../../../kit/controls/labelled-field';
import { ProblemsAt } from '../../shared/problems-at';
import { ZoneSelect } from '../../../kit/controls/zone-select';
import { CommitmentsFields } from './commitments-fields';
import { ComplianceFields } from './compliance-fields';
import { FinanceFields } from './finance-fields';

interface Props {
  readonly terms: AgreementTerms | undefined;
  readonly readOnly: boolean;
  readonly onChange: (terms: AgreementTerms | undefined) => void;
}

const PERIODS: readonly PeriodKind[] = ['month', 'quarter', 'rolling30'];

const newTerms = (): AgreementTerms => ({
  review: { period: 'month', zone: viewer().zone },
  compliance: { target: 95, atRisk: 97 },
  commitments: [],
});

/** By what an agreement is judged over a period, and what follows from it. */
export function TermsFields({ terms, readOnly, onChange }: Props) {
  if (terms === undefined)
    return (
      <>
        <p className={forms.hint}>{t('settings.compliance.none')}</p>
        {!readOnly && <Button onClick={() => onChange(newTerms())}>{t('settings.compliance.begin')}</Button>}
      </>
    );
  const { review, compliance, finance, commitments } = terms;
  const edit = (change: Partial<AgreementTerms>) => onChange({ ...terms, ...change });
  return (
    <>
      <div className={forms.pair}>
        <div className={forms.field}>
          <span className={forms.label}>{t('settings.compliance.period')}</span>
          <Choice
            label={t('settings.compliance.period')}
            value={review.period}
            isDisabled={readOnly}
            options={PERIODS.map((value) => ({ value, label: t(`settings.compliance.period.${value}`) }))}
            onChange={(period) => edit({ review: { ...review, period } })}
          />
        </div>
        <ProblemsAt path="terms.review.zone">
          <LabelledField id="terms-zone" label={t('settings.calendar.zone')}>
            <ZoneSelect
              id="terms-zone"
              zone={review.zone}
              readOnly={readOnly}
              onChange={(zone) => edit({ review: { ...review, zone } })}
            />
          </LabelledField>
        </ProblemsAt>
      </div>
      <ComplianceFields
        compliance={compliance}
        readOnly={readOnly}
        onChange={(next) => edit({ compliance: next })}
      />
      <FinanceFields finance={finance} readOnly={readOnly} onChange={(next) => edit({ finance: next })} />
      <CommitmentsFields
        commitments={commitments}
        readOnly={readOnly}
        onChange={(next) => edit({ commitments: next })}
      />
      {!readOnly && (
        <Button appearance="subtle" onClick={() => onChange(undefined)}>
          {t('settings.compliance.end')}
        </Button>
      )}
    </>
  );
}
