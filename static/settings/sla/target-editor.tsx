import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { Target } from '../../../src/sla/engine/model';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { readNumber } from '../../shared/numbers';
import { numberProblem } from '../../shared/use-number-text';
import type { FieldCatalog } from '../model/field-catalog';
import { hasAmount, readTarget, targetInput, type TargetInput } from '../model/target-input';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import forms from '../../kit/forms.module.css';
import { TargetFields } from './target-fields';

interface Props {
  readonly n: number;
  readonly target: Target;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (target: Target) => void;
}

const UNITS: readonly TargetInput['unit'][] = [
  'minutes',
  'hours',
  'businessDays',
  'relative',
  'dateField',
  'durationField',
  'none',
];

/** Amount and unit, or what else the kind of target asks for. "One day" is ambiguous, so the unit says working hours or business days. */
export function TargetEditor({ n, target, catalog, readOnly, onChange }: Props) {
  const errorId = useId();
  const [input, setInput] = useState(() => targetInput(target, viewer().formatLocale));
  const read = readTarget(input, target, viewer().formatLocale);
  const edit = (next: TargetInput) => {
    setInput(next);
    const value = readTarget(next, target, viewer().formatLocale);
    if (value !== null) onChange(value);
  };
  return (
    <span className={forms.row}>
      {hasAmount(input.unit) && (
        <Textfield
          width={90}
          inputMode="decimal"
          aria-label={t('settings.goal.amount', { n })}
          value={input.amount}
          isReadOnly={readOnly}
          isInvalid={read === null}
          aria-describedby={read === null ? errorId : undefined}
          onChange={(event) => edit({ ...input, amount: event.currentTarget.value })}
        />
      )}
      <Choice
        label={t('settings.goal.unit', { n })}
        value={input.unit}
        readOnly={readOnly}
        options={worded('settings.unit', UNITS)}
        onChange={(unit) => edit({ unit, amount: input.amount === '' ? '1' : input.amount })}
      />
      <TargetFields n={n} target={target} catalog={catalog} readOnly={readOnly} onChange={onChange} />
      {read === null && (
        <span id={errorId} className={forms.error} role="alert">
          {(hasAmount(input.unit) && numberProblem(readNumber(input.amount))) ||
            t('settings.goal.amountInvalid')}
        </span>
      )}
    </span>
  );
}
