import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { scopeWithSpaces } from '../../../../src/sla/definitions/domain/rules/space-scope';
import type { Condition } from '../../../../src/sla/engine/model';
import { t } from '../../../shared/i18n';
import type { FieldOption } from '../../model/field-catalog';
import { Disclosure } from '../../../kit/controls';
import forms from '../../../kit/forms.module.css';
import styles from './spaces.module.css';

interface Props {
  readonly scope: Condition;
  /** Spaces the metric does not apply to yet. */
  readonly free: readonly FieldOption[];
  readonly onChange: (scope: Condition) => void;
}

/** More than these are found by a part of their name. */
const SEEN_AT_ONCE = 10;

/** Adds several spaces to the scope at once. */
export function MoreSpaces({ scope, free, onChange }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [part, setPart] = useState('');
  const next = scopeWithSpaces(scope, chosen);
  const found = free.filter(({ label }) => label.toLowerCase().includes(part.trim().toLowerCase()));
  const toggle = (value: string) =>
    setChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  if (next === null) return <p className={forms.hint}>{t('settings.spaces.nested')}</p>;
  return (
    <Disclosure label={t('settings.spaces.apply')}>
      <fieldset className={forms.fieldset}>
        <legend className={forms.label}>{t('settings.spaces.applyTo')}</legend>
        {free.length > SEEN_AT_ONCE && (
          <Textfield
            aria-label={t('settings.spaces.filter')}
            placeholder={t('settings.spaces.filter')}
            value={part}
            onChange={(event) => setPart(event.currentTarget.value)}
          />
        )}
        <div className={styles.choices}>
          {found.map(({ value, label }) => (
            <label key={value}>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />{' '}
              {label}
            </label>
          ))}
        </div>
        <Button
          isDisabled={chosen.length === 0}
          onClick={() => {
            onChange(next);
            setChosen([]);
          }}
        >
          {t('settings.spaces.add', { count: chosen.length })}
        </Button>
      </fieldset>
    </Disclosure>
  );
}
