import type { Agreement, MetricDefinition } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { Labelled } from '../../kit/controls/labelled';
import { Pick } from '../../kit/controls/pick';
import { ProblemsAt } from '../shared/problems-at';

interface Props {
  readonly metric: MetricDefinition;
  readonly agreements: readonly Agreement[];
  readonly readOnly: boolean;
  readonly onChange: (metric: MetricDefinition) => void;
}

const KINDS = ['SLA', 'OLA', 'UC'] as const;
const NONE = '';

/** What kind of promise the metric measures, and the agreement it hangs on. Choosing the agreement takes over its kind. */
export function MetricIdentity({ metric, agreements, readOnly, onChange }: Props) {
  const put = (agreementId: string) => {
    const { agreementId: _before, ...rest } = metric;
    const agreement = agreements.find(({ id }) => id === agreementId);
    onChange(agreement === undefined ? rest : { ...rest, agreementId, kind: agreement.kind });
  };
  const none = { value: NONE, label: t('settings.metric.noAgreement') };
  return (
    <ProblemsAt path="agreementId">
      <div className={forms.pair}>
        <Labelled label={t('settings.metric.agreement')}>
          <Pick
            label={t('settings.metric.agreement')}
            value={metric.agreementId ?? NONE}
            options={[none, ...agreements.map(({ id, name }) => ({ value: id, label: name }))]}
            readOnly={readOnly}
            onChange={put}
          />
        </Labelled>
        <Labelled label={t('settings.metric.kind')}>
          <Choice
            label={t('settings.metric.kind')}
            value={metric.kind}
            readOnly={readOnly}
            options={KINDS.map((value) => ({ value, label: t(`settings.agreement.kind.${value}`) }))}
            onChange={(kind) => onChange({ ...metric, kind })}
          />
        </Labelled>
      </div>
    </ProblemsAt>
  );
}
