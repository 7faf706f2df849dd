import { useState } from 'react';
import { t } from '../../shared/i18n';
import { AmountField } from './amount-field';
import type { Bound } from './bound';
import { Choice } from './choice';
import { worded } from './option';

/** In milliseconds. */
interface Props extends Bound<number> {
  readonly label: string;
}

const UNITS = { minutes: 60_000, hours: 3_600_000 } as const;
type Unit = keyof typeof UNITS;

/** A length of time as an amount of minutes or hours. Changing the unit keeps the amount, as a typed number is meant. */
export function DurationField({ label, value: ms, readOnly, onChange }: Props) {
  const [unit, setUnit] = useState<Unit>(ms > 0 && ms % UNITS.hours === 0 ? 'hours' : 'minutes');
  const amount = ms / UNITS[unit];
  return (
    <>
      <AmountField
        label={label}
        value={amount}
        readOnly={readOnly}
        onChange={(next) => onChange(Math.round(next * UNITS[unit]))}
      />
      <Choice
        label={t('kit.unitOf', { label })}
        value={unit}
        readOnly={readOnly}
        options={worded('kit.unitShort', ['minutes', 'hours'] as const)}
        onChange={(next) => {
          setUnit(next);
          onChange(Math.round(amount * UNITS[next]));
        }}
      />
    </>
  );
}
