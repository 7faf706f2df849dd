import Button from '@atlaskit/button/default/button';
import { useEffect, useState } from 'react';
import type { AgreementCompliance } from '../../../../src/sla/compliance/domain/answers';
import type { Agreement, SlaDefinitions } from '../../../../src/sla/engine/model';
import { useAddressParam } from '../../../kit/address/use-address-param';
import { call } from '../../../shared/api';
import { t } from '../../../shared/i18n';
import { useLoad } from '../../../shared/use-load';
import { RecalculationBar } from '../../change/recalculation-bar';
import forms from '../../../kit/forms.module.css';
import { Loading } from '../../shared/loading';
import { useSave } from '../../shared/use-save';
import { PeriodCard } from './period-card';
import { PeriodList } from './period-list';

interface Props {
  readonly agreement: Agreement;
  readonly definitions: SlaDefinitions;
  readonly readOnly: boolean;
  readonly onBack: () => void;
}

const POLL_MS = 3_000;

/** How an agreement was kept: the period under way, or an earlier one, in full; and the list of them. */
export function CompliancePage({ agreement, definitions, readOnly, onBack }: Props) {
  const { id: agreementId } = agreement;
  const { loaded, reload, replace } = useLoad(`compliance:${agreementId}`, () =>
    call('sla.compliance', { agreementId }),
  );
  const [selected] = useAddressParam('period');
  const [measures, setMeasures] = useState(0);
  const save = useSave();
  const compliance = loaded.state === 'ready' ? loaded.value : null;
  const counting = compliance?.counting ?? false;
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [counting, reload]);

  const act = (ask: () => Promise<AgreementCompliance>, done: string): Promise<void> =>
    save.run(async () => {
      const answer = await ask();
      replace(answer);
      return t(answer.counting ? 'settings.compliance.counting' : done);
    });
  const period =
    compliance?.periods.find(({ key }) => key === (selected === '' ? compliance.current : selected)) ??
    compliance?.periods[0];
  const of = { agreementId, period: period?.key ?? '' };
  const count = () => act(() => call('sla.countPeriod', of), 'settings.compliance.counted');
  const measure = () =>
    save.run(async () => {
      await call('sla.measureFinished', of);
      setMeasures(measures + 1);
      return t('settings.compliance.measuring');
    });
  const saveList = async (list: AgreementCompliance): Promise<void> => {
    const { savePeriods } = await import('./save-periods');
    savePeriods(agreement.name, list);
  };

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.compliance.of', { name: agreement.name })}</h2>
        <div className={forms.row}>
          {compliance !== null && (
            <Button onClick={() => void saveList(compliance)}>{t('settings.compliance.export')}</Button>
          )}
          <Button appearance="subtle" onClick={onBack}>
            {t('settings.back')}
          </Button>
        </div>
      </div>
      {save.error}
      {save.done}
      <RecalculationBar
        canAct={!readOnly}
        version={measures}
        onFinished={() => {
          if (!readOnly && period?.review === undefined) void count();
        }}
      />
      {loaded.state !== 'ready' && <Loading loaded={loaded} onRetry={reload} />}
      {compliance !== null && period === undefined && (
        <p className={forms.hint}>{t('settings.compliance.empty')}</p>
      )}
      {compliance !== null && period !== undefined && (
        <>
          <PeriodCard
            key={period.key}
            period={period}
            asOf={compliance.asOf}
            definitions={definitions}
            readOnly={readOnly}
            busy={save.saving || counting}
            onCount={() => void count()}
            onMeasure={() => void measure()}
            onEnter={(commitmentId, value, note) =>
              act(
                () => call('sla.enterValue', { ...of, commitmentId, value, note }),
                'settings.commitment.entered',
              )
            }
            onReview={(note) => act(() => call('sla.reviewPeriod', { ...of, note }), 'settings.review.done')}
          />
          <PeriodList agreementId={agreementId} periods={compliance.periods} asOf={compliance.asOf} />
        </>
      )}
    </>
  );
}
