import Select from '@atlaskit/select';
import { useState } from 'react';
import { levelsOf } from '../../../../src/catalog/domain/field-types';
import { localized, t } from '../../../shared/i18n';
import styles from './choice-inputs.module.css';
import { useOptionLabel } from '../option-label';
import { selectOf } from './select-looks';
import type { InputProps } from './types';

/** An option found level by level: the next level is asked once the one before it is chosen. */
export function CascadeInput(props: InputProps) {
  const { id, field, answer, isInvalid, onChange } = props;
  const options = (field.options ?? []).map((option) => ({
    id: option.id,
    path: levelsOf(localized(option.label)),
    price: option.price,
  }));
  const labelOf = useOptionLabel();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const path = options.find((option) => option.id === answer)?.path ?? begun;
  const below = (level: number): readonly string[] => [
    ...new Set(
      options
        .filter((option) => path.slice(0, level).every((name, at) => option.path[at] === name))
        .flatMap((option) => option.path[level] ?? []),
    ),
  ];
  const shown = (level: number, name: string) => {
    const whole = [...path.slice(0, level), name].join('>');
    const price = options.find((option) => option.path.join('>') === whole)?.price;
    return { value: name, label: labelOf({ label: { en: name }, ...(price !== undefined && { price }) }) };
  };
  const choose = (level: number, name: string | undefined): void => {
    const next = [...path.slice(0, level), ...(name === undefined ? [] : [name])];
    setBegun(next);
    onChange(options.find((option) => option.path.join('>') === next.join('>'))?.id ?? null);
  };
  return (
    <div className={styles.boxes}>
      {[...path, ''].map((_, level) => {
        const names = below(level);
        const chosen = path[level];
        return names.length === 0 ? null : (
          <div key={`${path.slice(0, level).join('>')}:${level}`} className={styles.picker}>
            <Select
              {...selectOf(props)}
              inputId={level === 0 ? id : `${id}-${level}`}
              aria-label={t('portal.form.level', { label: localized(field.label), n: level + 1 })}
              isInvalid={isInvalid && chosen === undefined}
              isClearable
              options={names.map((name) => shown(level, name))}
              value={chosen === undefined ? null : shown(level, chosen)}
              placeholder={t('portal.form.choose')}
              onChange={(option) => choose(level, option?.value)}
            />
          </div>
        );
      })}
    </div>
  );
}
