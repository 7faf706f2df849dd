import IconButton from '@atlaskit/button/icon/button';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DragHandleIcon from '@atlaskit/icon/core/drag-handle-vertical';
import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../shared/i18n';
import { LiveRegion } from '../../shared/live-region';
import { moved, without } from './reorder';
import forms from '../forms.module.css';
import styles from './ordered-list.module.css';
import { useDragOrder } from './use-drag-order';

interface Props<T extends { readonly id: string }> {
  readonly elements: readonly T[];
  /** "Goal 2, High": how buttons and announcements call it. */
  readonly nameOf: (element: T, n: number) => string;
  readonly readOnly: boolean;
  /** Whether the last one may be removed. */
  readonly keepOne?: boolean;
  /** False where only the order is free. */
  readonly removable?: boolean;
  readonly onChange: (elements: readonly T[]) => void;
  readonly render: (element: T, index: number, controls: ReactNode) => ReactNode;
}

/** Cards whose order matters: moved by drag or with buttons, and every move is said to screen readers. */
export function OrderedList<T extends { readonly id: string }>(props: Props<T>) {
  const { elements, nameOf, readOnly, keepOne = false, removable = true, onChange, render } = props;
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    const element = elements[from];
    if (element === undefined) return;
    onChange(moved(elements, from, to));
    setSaid(t('kit.order.moved', { name: nameOf(element, from + 1), n: to + 1, of: elements.length }));
  };
  const list = useRef<HTMLOListElement>(null);
  const over = useDragOrder(list, readOnly ? '' : elements.map(({ id }) => id).join('\n'), move);
  return (
    <>
      <ol ref={list} className={forms.list}>
        {elements.map((element, index) => {
          const name = nameOf(element, index + 1);
          const controls = readOnly ? null : (
            <>
              <span className={styles.handle} title={t('kit.order.drag')} data-drag-handle>
                <DragHandleIcon label="" />
              </span>
              <IconButton
                appearance="subtle"
                icon={ArrowUpIcon}
                label={t('kit.order.up', { name })}
                isDisabled={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                appearance="subtle"
                icon={ArrowDownIcon}
                label={t('kit.order.down', { name })}
                isDisabled={index === elements.length - 1}
                onClick={() => move(index, index + 1)}
              />
              {removable && (
                <IconButton
                  appearance="subtle"
                  icon={DeleteIcon}
                  label={t('kit.order.remove', { name })}
                  isDisabled={keepOne && elements.length === 1}
                  onClick={() => onChange(without(elements, index))}
                />
              )}
            </>
          );
          return (
            <li key={element.id} className={`${forms.card} ${over === index ? styles.target : ''}`}>
              {render(element, index, controls)}
            </li>
          );
        })}
      </ol>
      <LiveRegion text={said} />
    </>
  );
}
