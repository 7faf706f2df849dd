import { fixedOptions } from '../../../../src/catalog/domain/form/mapped-values';
import type { FieldMapping, FormField } from '../../../../src/catalog/domain/model';
import type { Field } from '../../../kit/fields/field';
import { localized, t } from '../../../shared/i18n';
import styles from './mapping.module.css';
import { TargetValue } from './target-value';
import type { Target } from './targets';

type ValueMap = NonNullable<FieldMapping['valueMap']>;

interface Props {
  readonly of: Field<FieldMapping['valueMap']>;
  readonly question: FormField;
  readonly target: Target;
  /** Of the mapping: counted from 1. */
  readonly n: number;
}

/** Which of the Jira field's values each option of a question stands for. */
export function ValueMapEditor({ of, question, target, n }: Props) {
  const { value: map = {}, readOnly } = of;
  const write = (option: string, value: string): void => {
    const { [option]: _former, ...rest } = map;
    const next: ValueMap = value === '' ? rest : { ...rest, [option]: value };
    of.onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.values}>
        <caption className={styles.caption}>{t('settings.fulfilment.valueMap')}</caption>
        <tbody>
          {fixedOptions(question).map(({ value, label }) => (
            <tr key={value}>
              <th scope="row">{localized(label) || value}</th>
              <td>
                <TargetValue
                  label={t('settings.fulfilment.valueOf', { n, option: localized(label) || value })}
                  target={target}
                  value={map[value] ?? ''}
                  readOnly={readOnly}
                  onChange={(next) => write(value, next)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value for each option that is called like one. */
export function proposedMap(question: FormField | undefined, { values }: Target): FieldMapping['valueMap'] {
  if (question === undefined) return undefined;
  const same = fixedOptions(question).flatMap(({ value, label }) => {
    const names = Object.values(label).map((name) => name?.trim().toLowerCase());
    const found = values.find((one) => names.includes(one.label.trim().toLowerCase()));
    return found === undefined ? [] : [[value, found.value] as const];
  });
  return same.length === 0 ? undefined : Object.fromEntries(same);
}
