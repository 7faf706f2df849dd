import Button from '@atlaskit/button/default/button';
import type { AgreementTerms, ComplianceTerms } from '../../../../src/sla/engine/model';
import { worded } from '../../../kit/controls';
import { choice, type Field, Fields, maybeNumber, part, type Row, zone } from '../../../kit/fields';
import forms from '../../../kit/forms.module.css';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import { CommitmentsFields } from './commitments-fields';
import { FinanceFields } from './finance-fields';

const newTerms = (): AgreementTerms => ({
  review: { period: 'month', zone: viewer().zone },
  compliance: { target: 95, atRisk: 97 },
  commitments: [],
});

const REVIEW = (): readonly Row<AgreementTerms['review']>[] => [
  {
    key: 'period',
    label: 'settings.compliance.period',
    half: true,
    control: choice(worded('settings.compliance.period', ['month', 'quarter', 'rolling30'])),
  },
  { key: 'zone', label: 'settings.calendar.zone', half: true, control: zone() },
];

const COMPLIANCE = ({
  target,
}: Partial<ComplianceTerms>): readonly (Row<Partial<ComplianceTerms>> | false)[] => [
  {
    key: 'target',
    label: 'settings.compliance.target',
    help: 'settings.compliance.targetHint',
    half: true,
    control: maybeNumber(),
  },
  target !== undefined && {
    key: 'atRisk',
    label: 'settings.compliance.atRisk',
    help: 'settings.compliance.atRiskHint',
    half: true,
    control: maybeNumber(),
  },
];

/** By what an agreement is judged over a period, and what follows from it. */
export function TermsFields({ terms }: { readonly terms: Field<AgreementTerms | undefined> }) {
  const { value, readOnly, onChange } = terms;
  if (value === undefined)
    return readOnly ? null : (
      <Button onClick={() => onChange(newTerms())}>{t('settings.compliance.begin')}</Button>
    );
  const of = { ...terms, value };
  const compliance = part(of, 'compliance');
  return (
    <>
      <Fields of={part(of, 'review')} rows={REVIEW()} />
      <h4 className={forms.heading}>{t('settings.compliance.compliance')}</h4>
      <p className={forms.hint}>{t('settings.compliance.complianceHint')}</p>
      <Fields<Partial<ComplianceTerms>>
        of={{
          ...compliance,
          value: compliance.value ?? {},
          onChange: ({ target, ...rest }) =>
            compliance.onChange(target === undefined ? undefined : { ...rest, target }),
        }}
        rows={COMPLIANCE(compliance.value ?? {})}
      />
      <FinanceFields finance={part(of, 'finance')} />
      <CommitmentsFields commitments={part(of, 'commitments')} />
      {!readOnly && (
        <Button appearance="subtle" onClick={() => onChange(undefined)}>
          {t('settings.compliance.end')}
        </Button>
      )}
    </>
  );
}
