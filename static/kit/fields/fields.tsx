import { type ReactNode, useId } from 'react';
import { t } from '../../shared/i18n';
import { BelowField, LabelledField } from '../controls/labelled-field';
import { FindingsAt } from '../editor-page/findings-at';
import type { Control } from './controls';
import { type Field, part } from './field';
import styles from './fields.module.css';

interface Look<T> {
  /** A text's key, or what is said itself. */
  readonly label: string | { readonly said: string };
  /** A text's key, or what is said itself. */
  readonly help?: ReactNode;
  /** What the screen itself finds wrong: a text's key. */
  readonly error?: string | false;
  /** It can't be changed while something else is not said. */
  readonly waits?: boolean;
  /** Beside another such row where there is room. */
  readonly half?: boolean;
  readonly control: Control<T>;
}

interface RowOf<T, K> extends Look<T> {
  /** The part of what is edited. */
  readonly key: K;
}

/** One row of a form. */
export type Row<T> = { [K in keyof T & string]-?: RowOf<T[K], K> }[keyof T & string];

interface Props<T extends object> {
  readonly of: Field<T>;
  /** What is false is left out. */
  readonly rows: readonly (Row<NoInfer<T>> | false)[];
}

/** A form's rows: each with its label, its control, what helps to fill it in and what is wrong with it. */
export function Fields<T extends object>({ of, rows }: Props<T>) {
  return (
    <div className={styles.rows}>
      {rows.map((row) => {
        if (row === false) return null;
        const { key, ...look } = row;
        return <FieldRow key={key} field={part(of, key)} {...look} />;
      })}
    </div>
  );
}

/** A row by itself, for a value that is no part of a record. */
export function FieldRow<T>(row: Look<NoInfer<T>> & { readonly field: Field<T> }) {
  const { field, label, help, error, waits = false, half = false, control } = row;
  const { path, value, readOnly, onChange } = field;
  const id = useId();
  const text = typeof label === 'string' ? t(label) : label.said;
  const below = {
    hint: typeof help === 'string' ? t(help) : help,
    error: error === undefined || error === false ? undefined : t(error),
  };
  const drawn = control.draw({ id, label: text, path, value, readOnly: readOnly || waits, onChange });
  return (
    <div className={half ? styles.half : styles.row}>
      <FindingsAt path={path}>
        {control.labels === 'nothing' ? (
          <div>
            {drawn}
            <BelowField {...below} />
          </div>
        ) : (
          <LabelledField id={control.labels === 'input' ? id : undefined} label={text} {...below}>
            {drawn}
          </LabelledField>
        )}
      </FindingsAt>
    </div>
  );
}
