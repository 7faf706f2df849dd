import { cellOf, fixedOptions } from '../../../../src/catalog/domain/form/mapped-values';
import type { FormField, ValueSource } from '../../../../src/catalog/domain/model';
import { Pick } from '../../../kit/controls/pick';
import { edit, type Field, part } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import { questionOptions } from '../question-options';
import styles from './mapping.module.css';
import { TargetValue } from './target-value';
import type { Target } from './targets';

type Matrix = Extract<ValueSource, { readonly kind: 'matrix' }>;

interface Props {
  readonly of: Field<Matrix>;
  readonly form: readonly FormField[];
  readonly target: Target;
  /** Of the mapping: counted from 1. */
  readonly n: number;
}

/** Questions with answers to choose from: only these make rows and columns. */
export const matrixQuestions = (form: readonly FormField[]): readonly FormField[] =>
  form.filter((question) => fixedOptions(question).length > 0);

/** A value for each pair of answers, as impact and urgency give a priority. */
export function MatrixEditor({ of, form, target, n }: Props) {
  const { value: matrix, readOnly } = of;
  const questions = matrixQuestions(form);
  const optionsOf = (id: string) => {
    const question = questions.find((each) => each.id === id);
    return question === undefined ? [] : fixedOptions(question);
  };
  const nameOf = ({ value, label }: ReturnType<typeof optionsOf>[number]) => localized(label) || value;
  const write = (cell: string, value: string): void => {
    const { [cell]: _former, ...rest } = matrix.values;
    edit(of, { values: value === '' ? rest : { ...rest, [cell]: value } });
  };
  const columns = optionsOf(matrix.columns);
  return (
    <>
      <div className={forms.row}>
        {(['rows', 'columns'] as const).map((key) => (
          <label key={key} className={forms.row}>
            {t(`settings.fulfilment.matrix.${key}`)}
            <Pick options={questionOptions(questions)} {...part(of, key)} />
          </label>
        ))}
      </div>
      <div className={styles.scroll}>
        <table className={styles.values}>
          <caption className={styles.caption}>{t('settings.fulfilment.valueMap')}</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.value} scope="col">
                  {nameOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {optionsOf(matrix.rows).map((row) => (
              <tr key={row.value}>
                <th scope="row">{nameOf(row)}</th>
                {columns.map((column) => (
                  <td key={column.value}>
                    <TargetValue
                      label={t('settings.fulfilment.valueOf', {
                        n,
                        option: `${nameOf(row)}, ${nameOf(column)}`,
                      })}
                      target={target}
                      value={matrix.values[cellOf(row.value, column.value)] ?? ''}
                      readOnly={readOnly}
                      onChange={(value) => write(cellOf(row.value, column.value), value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
