import type { Settlement } from '../../../../src/sla/compliance/domain/money';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { dueText, impactText } from './period-words';

interface Props {
  readonly settlement: Settlement;
  readonly ended: boolean;
}

/** What the result is worth, with the arithmetic. */
export function SettlementText({ settlement, ended }: Props) {
  const impact = impactText(settlement);
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.compliance.money')}</h4>
      <p>
        {dueText(settlement)} {!ended && t('settings.compliance.asItStands')}
      </p>
      {impact !== null && <p>{impact}</p>}
    </section>
  );
}
