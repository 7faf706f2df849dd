import type { EscalationAt } from '../../../src/sla/engine/model';
import { AmountField, DurationField, OneOf } from '../../kit/controls';
import { type Field, part, seenAs } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

interface Props {
  readonly n: number;
  readonly at: Field<EscalationAt>;
}

const KINDS = ['percent', 'beforeDue', 'afterDue'] as const;

/** Another kind begins as most are; how long and by which clock is kept. */
function asKind(kind: EscalationAt['kind'], at: EscalationAt): EscalationAt {
  if (kind === 'percent') return { kind, percent: 75 };
  const { ms, clock } = at.kind === 'percent' ? { ms: 3_600_000, clock: 'calendar' as const } : at;
  return { kind, ms, clock };
}

/** When a level acts: at a share of the target, or so long before or after the due time, in working time or by the clock. */
export function LevelTime({ n, at }: Props) {
  const { value } = at;
  return (
    <div className={forms.row}>
      <OneOf
        words="settings.level.at"
        label={t('settings.level.atKind', { n })}
        values={KINDS}
        {...seenAs(at, ({ kind }) => kind, asKind)}
      />
      {value.kind === 'percent' ? (
        <>
          <AmountField label={t('settings.level.percent', { n })} {...part({ ...at, value }, 'percent')} />
          <span>{t('settings.level.percentOf')}</span>
        </>
      ) : (
        <>
          <DurationField label={t('settings.level.time', { n })} {...part({ ...at, value }, 'ms')} />
          <OneOf
            words="settings.level.clock"
            params={{ n }}
            values={['calendar', 'wall']}
            {...part({ ...at, value }, 'clock')}
          />
        </>
      )}
    </div>
  );
}
