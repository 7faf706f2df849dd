import Button from '@atlaskit/button/default/button';
import { RadioGroup } from '@atlaskit/radio';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../../../src/catalog/domain/model';
import { localized, t } from '../../../shared/i18n';
import type { InputProps } from './types';
import styles from './choice-inputs.module.css';

interface Props extends InputProps {
  /** The value that is chosen; empty while none is. */
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly answerOf: (value: string) => Answer;
  /** All in one row, where there is room. */
  readonly isRow?: boolean;
}

/** One of a few, all in sight. What need not be answered can be left unanswered again: a radio by itself can't be taken back. */
export function Radios({
  id,
  field,
  isInvalid,
  isRequired,
  chosen,
  options,
  answerOf,
  isRow = false,
  onChange,
}: Props) {
  const group = useRef<HTMLDivElement>(null);
  const clear = (): void => {
    // The button goes: the keyboard stays with the question.
    group.current?.querySelector('input')?.focus();
    onChange(null);
  };
  return (
    <div ref={group} className={isRow ? styles.steps : undefined}>
      <RadioGroup
        aria-label={localized(field.label)}
        name={id}
        isInvalid={isInvalid}
        isRequired={isRequired}
        value={chosen}
        options={options.map((option) => ({ name: id, ...option }))}
        onChange={(event) => onChange(answerOf(event.currentTarget.value))}
      />
      {!isRequired && chosen !== '' && (
        <Button
          appearance="subtle"
          spacing="compact"
          aria-label={t('portal.form.clearOf', { label: localized(field.label) })}
          onClick={clear}
        >
          {t('portal.form.clear')}
        </Button>
      )}
    </div>
  );
}
