import { useId, useState } from 'react';
import type { Target } from '../../../src/sla/engine/model';
import { OneOf } from '../../kit/controls';
import type { Field } from '../../kit/fields';
import Textfield from '@atlaskit/textfield';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { readNumber } from '../../shared/numbers';
import { numberProblem } from '../../shared/use-number-text';
import type { FieldCatalog } from '../model/field-catalog';
import { hasAmount, readTarget, targetInput, type TargetInput, TARGET_UNITS } from '../model/target-input';
import { TargetFields } from './target-fields';

interface Props {
  readonly n: number;
  readonly of: Field<Target>;
  readonly catalog: FieldCatalog;
}

/** Amount and unit, or what else the kind of target asks for. "One day" is ambiguous, so the unit says working hours or business days. */
export function TargetEditor({ n, of, catalog }: Props) {
  const { value: target, readOnly } = of;
  const errorId = useId();
  const [input, setInput] = useState(() => targetInput(target, viewer().formatLocale));
  const read = readTarget(input, target, viewer().formatLocale);
  const edit = (next: TargetInput) => {
    setInput(next);
    const value = readTarget(next, target, viewer().formatLocale);
    if (value !== null) of.onChange(value);
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
      <OneOf
        words="settings.unit"
        label={t('settings.goal.unit', { n })}
        values={TARGET_UNITS}
        value={input.unit}
        readOnly={readOnly}
        onChange={(unit) => edit({ unit, amount: input.amount === '' ? '1' : input.amount })}
      />
      <TargetFields n={n} of={of} catalog={catalog} />
      {read === null && (
        <span id={errorId} className={forms.error} role="alert">
          {(hasAmount(input.unit) && numberProblem(readNumber(input.amount))) ||
            t('settings.goal.amountInvalid')}
        </span>
      )}
    </span>
  );
}
