import type { EscalationLevel } from '../../../src/sla/engine/model';
import { DurationField, OneOf } from '../../kit/controls';
import { type Field, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';

interface Props {
  readonly n: number;
  readonly level: Field<EscalationLevel>;
}

const HOUR = 3_600_000;

/** Whether a level acts once or again and again, and whether it minds quiet hours. */
export function LevelRepeat({ n, level }: Props) {
  const every = part(level, 'repeatEveryMs');
  const quiet = part(level, 'quiet');
  return (
    <div className={forms.row}>
      <OneOf
        words="settings.level.repeat"
        params={{ n }}
        values={['once', 'again']}
        {...every}
        value={every.value === undefined ? 'once' : 'again'}
        onChange={(how) => every.onChange(how === 'once' ? undefined : HOUR)}
      />
      {every.value !== undefined && (
        <DurationField label={t('settings.level.repeatEvery', { n })} {...every} value={every.value} />
      )}
      <OneOf
        words="settings.level.quiet"
        params={{ n }}
        values={['hold', 'ignore']}
        {...quiet}
        value={quiet.value ?? 'hold'}
      />
    </div>
  );
}
