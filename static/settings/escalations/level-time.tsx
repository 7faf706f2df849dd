import type { EscalationAt } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { AmountField } from '../../kit/controls/amount-field';
import { Choice } from '../../kit/controls/choice';
import { DurationField } from '../../kit/controls/duration-field';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly n: number;
  readonly at: EscalationAt;
  readonly readOnly: boolean;
  readonly onChange: (at: EscalationAt) => void;
}

const KINDS = ['percent', 'beforeDue', 'afterDue'] as const;
const CLOCKS = ['calendar', 'wall'] as const;

/** When a level acts: at a share of the target, or so long before or after the due time, in working time or by the clock. */
export function LevelTime({ n, at, readOnly, onChange }: Props) {
  const asKind = (kind: EscalationAt['kind']): EscalationAt => {
    if (kind === 'percent') return { kind, percent: 75 };
    const { ms, clock } = at.kind === 'percent' ? { ms: 3_600_000, clock: 'calendar' as const } : at;
    return { kind, ms, clock };
  };
  return (
    <div className={forms.row}>
      <Choice
        label={t('settings.level.atKind', { n })}
        value={at.kind}
        readOnly={readOnly}
        options={KINDS.map((value) => ({ value, label: t(`settings.level.at.${value}`) }))}
        onChange={(kind) => onChange(asKind(kind))}
      />
      {at.kind === 'percent' ? (
        <>
          <AmountField
            label={t('settings.level.percent', { n })}
            value={at.percent}
            readOnly={readOnly}
            onChange={(percent) => onChange({ ...at, percent })}
          />
          <span>{t('settings.level.percentOf')}</span>
        </>
      ) : (
        <>
          <DurationField
            label={t('settings.level.time', { n })}
            value={at.ms}
            readOnly={readOnly}
            onChange={(ms) => onChange({ ...at, ms })}
          />
          <Choice
            label={t('settings.level.clock', { n })}
            value={at.clock}
            readOnly={readOnly}
            options={CLOCKS.map((value) => ({ value, label: t(`settings.level.clock.${value}`) }))}
            onChange={(clock) => onChange({ ...at, clock })}
          />
        </>
      )}
    </div>
  );
}
