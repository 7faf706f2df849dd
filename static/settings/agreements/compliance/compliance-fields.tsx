import type { ComplianceTerms } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { ProblemsAt } from '../../shared/problems-at';
import { NumberField } from './number-field';

interface Props {
  readonly compliance: ComplianceTerms | undefined;
  readonly readOnly: boolean;
  readonly onChange: (compliance: ComplianceTerms | undefined) => void;
}

/** How many of the clocks must be kept, and from where on that is in danger. */
export function ComplianceFields({ compliance, readOnly, onChange }: Props) {
  return (
    <ProblemsAt path="terms.compliance">
      <h4 className={forms.heading}>{t('settings.compliance.compliance')}</h4>
      <p className={forms.hint}>{t('settings.compliance.complianceHint')}</p>
      <div className={forms.pair}>
        <ProblemsAt path="terms.compliance.target">
          <NumberField
            id="terms-target"
            label={t('settings.compliance.target')}
            hint={t('settings.compliance.targetHint')}
            value={compliance?.target}
            readOnly={readOnly}
            onChange={(target) => onChange(target === undefined ? undefined : { ...compliance, target })}
          />
        </ProblemsAt>
        {compliance !== undefined && (
          <ProblemsAt path="terms.compliance.atRisk">
            <NumberField
              id="terms-at-risk"
              label={t('settings.compliance.atRisk')}
              hint={t('settings.compliance.atRiskHint')}
              value={compliance.atRisk}
              readOnly={readOnly}
              onChange={(atRisk) =>
                onChange({ target: compliance.target, ...(atRisk === undefined ? {} : { atRisk }) })
              }
            />
          </ProblemsAt>
        )}
      </div>
    </ProblemsAt>
  );
}
