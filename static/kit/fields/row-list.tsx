import type { ReactNode } from 'react';
import { AddButton } from '../controls/add-button';
import { RemoveButton } from '../controls/remove-button';
import { FindingsAt } from '../editor-page/findings-at';
import forms from '../forms.module.css';
import { add, type Element, elements, type Field } from './field';

interface Props<T> {
  readonly of: Field<readonly T[]>;
  /** What stands in a row; `n` counts from 1. */
  readonly row: (element: Element<T>, n: number) => ReactNode;
  /** How the button that takes one out is called. */
  readonly removes: (value: T, n: number) => string;
  /** The words of the button below, and what it adds. Left out where nothing can be added. */
  readonly adds?: string;
  readonly make?: (() => NoInfer<T>) | undefined;
  /** Rows before it are not shown. */
  readonly from?: number;
  /** Whether the last one may not be taken out. */
  readonly keepOne?: boolean;
  /** Of the button below. */
  readonly spacing?: 'default' | 'compact';
}

/** The elements of a list, one a row, with what is wrong with each; one may be taken out, another added at the end. */
export function RowList<T>({ of, row, removes, adds, make, from = 0, keepOne = false, ...look }: Props<T>) {
  const mayRemove = !of.readOnly && !(keepOne && of.value.length === 1);
  return (
    <>
      {elements(of)
        .slice(from)
        .map((element) => (
          <FindingsAt key={element.index} path={element.path}>
            <div className={forms.row}>
              {row(element, element.index + 1)}
              {mayRemove && (
                <RemoveButton label={removes(element.value, element.index + 1)} onClick={element.remove} />
              )}
            </div>
          </FindingsAt>
        ))}
      {!of.readOnly && make !== undefined && (
        <AddButton {...look} onClick={() => add(of, make())}>
          {adds}
        </AddButton>
      )}
    </>
  );
}
