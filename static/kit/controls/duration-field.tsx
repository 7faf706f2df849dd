import { useState } from 'react';
import { t } from '../../shared/i18n';
import { AmountField } from './amount-field';
import { Choice } from './choice';

interface Props {
  readonly label: string;
  readonly ms: number;
  readonly readOnly: boolean;
  readonly onChange: (ms: number) => void;
}

const UNITS = { minutes: 60_000, hours: 3_600_000 } as const;
type Unit = keyof typeof UNITS;

/** A length of time as an amount of minutes or hours. Changing the unit keeps the amount, as a typed number is meant. */
export function DurationField({ label, ms, readOnly, onChange }: Props) {
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
        isDisabled={readOnly}
        options={(['minutes', 'hours'] as const).map((value) => ({
          value,
          label: t(`kit.unitShort.${value}`),
        }))}
        onChange={(next) => {
          setUnit(next);
          onChange(Math.round(amount * UNITS[next]));
        }}
      />
    </>
  );
}
