import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { cellsOf, mostRowsOf, rowOf } from '../../../../src/catalog/domain/field-types';
import type { TableColumn } from '../../../../src/catalog/domain/model';
import { plainTexts } from '../../../../src/catalog/domain/texts/plain-texts';
import { RemoveButton } from '../../../kit/controls/remove-button';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import { numberText, readNumber } from '../../../shared/numbers';
import type { InputProps } from './types';

type Row = readonly string[];

/** A cell as it is shown, of the digits that are kept; what is no number is kept, and shown, as it was typed. */
const shown = ({ type }: TableColumn, cell: string): string =>
  type === 'number' && /^-?\d+(\.\d+)?$/.test(cell) ? numberText(Number(cell)) : cell;

const kept = ({ type }: TableColumn, typed: string): string => {
  const read = type === 'number' ? readNumber(typed) : typed;
  return typeof read === 'number' ? String(read) : typed;
};

/** Rows of cells; empty ones at the end are not answered. */
export function TableInput({
  id,
  field,
  answer,
  isInvalid,
  isRequired,
  describedBy,
  onChange,
  onLeave,
}: InputProps) {
  const columns = field.cells ?? [];
  const blank: Row = columns.map(() => '');
  const [rows, setRows] = useState<readonly Row[]>(() => {
    const begun = plainTexts(answer).map((row) =>
      cellsOf(row, columns).map((cell, at) => shown(columns[at]!, cell)),
    );
    return begun.length > 0 ? begun : [blank];
  });
  const edit = (next: readonly Row[]): void => {
    setRows(next);
    const filled = next.filter((row) => row.some((cell) => cell.trim() !== ''));
    onChange(filled.map((row) => rowOf(row.map((cell, at) => kept(columns[at]!, cell)))));
  };
  const isFull = rows.length >= mostRowsOf(field);
  return (
    <>
      {rows.map((row, n) => (
        <div key={n} className={forms.row} role="group" aria-label={t('portal.form.row', { n: n + 1 })}>
          {columns.map((column, at) => (
            <div key={column.id} className={forms.grow}>
              <Textfield
                id={n === 0 && at === 0 ? id : `${id}-${n}-${at}`}
                aria-label={localized(column.label)}
                placeholder={localized(column.label)}
                aria-required={isRequired && column.required === true}
                aria-invalid={isInvalid}
                aria-describedby={describedBy}
                isInvalid={isInvalid}
                inputMode={column.type === 'number' ? 'decimal' : 'text'}
                maxLength={255}
                autoComplete="off"
                value={row[at] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  edit(
                    rows.map((each, m) =>
                      m === n ? each.map((cell, c) => (c === at ? value : cell)) : each,
                    ),
                  )
                }
                onBlur={onLeave}
              />
            </div>
          ))}
          {rows.length > 1 && (
            <RemoveButton
              label={t('portal.form.removeRow', { n: n + 1 })}
              onClick={() => edit(rows.filter((_, m) => m !== n))}
            />
          )}
        </div>
      ))}
      <div>
        <Button spacing="compact" isDisabled={isFull} onClick={() => setRows([...rows, blank])}>
          {t('portal.form.addRow')}
        </Button>
      </div>
    </>
  );
}
