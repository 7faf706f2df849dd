import type { Instant } from '../../../../src/sla/engine/model';
import { judgePeriod, type PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { t } from '../../../shared/i18n';
import forms from '../../../kit/forms.module.css';
import { ListTable } from '../../../kit/list/list-table';
import { complianceAddress } from './address';
import { dueShort, hasEnded, percentText, periodName } from './period-words';
import { StateLozenge } from './state-lozenge';

interface Props {
  readonly periods: readonly PeriodResult[];
  readonly asOf: Instant;
  readonly agreementId: string;
}

const COLUMNS = ['period', 'compliance', 'state', 'counted', 'due', 'commitments', 'review'] as const;

/** All periods that are kept, the latest first; each opens above. */
export function PeriodList({ agreementId, periods, asOf }: Props) {
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.compliance.periods')}</h3>
      <ListTable
        caption={t('settings.compliance.periods')}
        columns={COLUMNS.map((column) => t(`settings.compliance.column.${column}`))}
        empty={t('settings.compliance.empty')}
        rows={periods.map((period) => {
          const { compliance, settlement, commitments } = judgePeriod(period);
          const kept = commitments.filter(({ state }) => state === 'met').length;
          return {
            id: period.key,
            to: complianceAddress(agreementId, period.key),
            cells: [
              periodName(period.key),
              percentText(compliance.percent),
              <StateLozenge key="state" state={compliance.state} ended={hasEnded(period, asOf)} />,
              t('settings.compliance.metOf', { met: compliance.met, counted: compliance.counted }),
              dueShort(settlement),
              commitments.length === 0
                ? '–'
                : t('settings.compliance.metOf', { met: kept, counted: commitments.length }),
              t(`settings.review.${period.review === undefined ? 'open' : 'closed'}`),
            ],
          };
        })}
      />
    </section>
  );
}
