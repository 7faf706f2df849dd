import type { EscalationLevel } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import { DurationField } from '../../kit/controls/duration-field';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly n: number;
  readonly level: EscalationLevel;
  readonly readOnly: boolean;
  readonly onChange: (level: EscalationLevel) => void;
}

const HOUR = 3_600_000;

/** Whether a level acts once or again and again, and whether it minds quiet hours. */
export function LevelRepeat({ n, level, readOnly, onChange }: Props) {
  const { repeatEveryMs, quiet: _quiet, ...once } = level;
  const quiet = level.quiet ?? 'hold';
  return (
    <div className={forms.row}>
      <Choice
        label={t('settings.level.repeat', { n })}
        value={repeatEveryMs === undefined ? 'once' : 'again'}
        readOnly={readOnly}
        options={(['once', 'again'] as const).map((value) => ({
          value,
          label: t(`settings.level.repeat.${value}`),
        }))}
        onChange={(how) => {
          const rest = level.quiet === undefined ? once : { ...once, quiet: level.quiet };
          onChange(how === 'once' ? rest : { ...rest, repeatEveryMs: HOUR });
        }}
      />
      {repeatEveryMs !== undefined && (
        <DurationField
          label={t('settings.level.repeatEvery', { n })}
          value={repeatEveryMs}
          readOnly={readOnly}
          onChange={(ms) => onChange({ ...level, repeatEveryMs: ms })}
        />
      )}
      <Choice
        label={t('settings.level.quiet', { n })}
        value={quiet}
        readOnly={readOnly}
        options={(['hold', 'ignore'] as const).map((value) => ({
          value,
          label: t(`settings.level.quiet.${value}`),
        }))}
        onChange={(next) => onChange({ ...level, quiet: next })}
      />
    </div>
  );
}
