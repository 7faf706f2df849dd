import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { t } from '../../../shared/i18n';
import { dayExample, readTypedDay } from '../../../shared/read-day';
import forms from '../../../kit/forms.module.css';

interface Props {
  readonly children: ReactNode;
}

const TIME = /^\d{1,2}[:.]\d\d/;

/**
 * Takes the day or the time that somebody typed and left with the Tab key or a click. The pickers of the design system take it on
 * Enter alone: else what was typed is gone without a word, and what is no day becomes today.
 */
export function TakesTyped({ children }: Props) {
  const [unread, setUnread] = useState('');
  const take = (target: EventTarget): void => {
    setUnread('');
    target.dispatchEvent(
      new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
  };
  const leave = ({ target }: FocusEvent): void => {
    const typed = typedIn(target);
    if (typed === '') return;
    if (isRead(typed)) take(target);
    else setUnread(typed);
  };
  const press = (event: KeyboardEvent): void => {
    const typed = typedIn(event.target);
    if (typed === '') return;
    // Before the focus moves: the calendar it would go to closes with the day taken.
    if (event.key === 'Tab' && isRead(typed)) take(event.target);
    if (event.key !== 'Enter' || isRead(typed)) return;
    event.preventDefault();
    event.stopPropagation();
    setUnread(typed);
  };
  return (
    <div role="presentation" onBlurCapture={leave} onKeyDownCapture={press} onInput={() => setUnread('')}>
      {children}
      {unread !== '' && (
        <span role="alert" className={forms.error}>
          {t('portal.form.notDay', { typed: unread, example: dayExample() })}
        </span>
      )}
    </div>
  );
}

const isRead = (typed: string): boolean => readTypedDay(typed) !== null || TIME.test(typed);

const typedIn = (target: EventTarget): string =>
  target instanceof HTMLInputElement && target.getAttribute('role') === 'combobox' ? target.value.trim() : '';
