import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { type FormEvent, useEffect, useRef } from 'react';
import type { ItemPage } from '../../../src/catalog/contract';
import { formatTime } from '../../shared/dates';
import { errorText } from '../../shared/error-text';
import { localized, t } from '../../shared/i18n';
import { FieldRow } from './field-row';
import { RestoredDraft } from './restored-draft';
import { Suggestions } from './suggestions';
import type { RequestFormState } from './use-request-form';
import styles from './request-form.module.css';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
  /** The former answers were thrown away: the keyboard goes on here. */
  readonly isFresh: boolean;
  readonly onStartOver: () => void;
}

/** The form of an item. Sending moves the focus to the first field that needs attention, or to what went wrong. */
export function RequestForm({ page, form, isFresh, onStartOver }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const trouble = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { error, draft, sending } = form;

  useEffect(() => {
    if (error !== null) trouble.current?.focus();
  }, [error]);
  useEffect(() => {
    if (isFresh) title.current?.focus();
  }, [isFresh]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const first = await form.send();
    if (first !== null) focusField(element.current, first);
  };

  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      aria-label={t('portal.form.title', { item: localized(page.item.content.name) })}
      onSubmit={(event) => void submit(event)}
    >
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t('portal.form.heading')}
      </h2>
      {page.draft !== null && error === null && (
        <RestoredDraft stored={page.draft} onStartOver={() => draft.discard().then(onStartOver)} />
      )}
      {page.item.content.form
        .filter((field) => form.fields.get(field.id)?.visible)
        .map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            answer={form.answers[field.id] ?? null}
            isRequired={form.fields.get(field.id)?.required ?? false}
            problem={form.problems.get(field.id) ?? null}
            onChange={form.change}
            onLeave={form.leave}
          />
        ))}
      <Suggestions page={page} answers={form.answers} onSolved={draft.discard} />
      {error !== null && (
        <div ref={trouble} tabIndex={-1} role="alert" className={styles.trouble}>
          <SectionMessage appearance="error" title={t('portal.form.notSent')}>
            <p>{errorText(error)}</p>
            <p>{t('portal.form.kept')}</p>
          </SectionMessage>
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" isLoading={sending}>
          {t(error === null ? 'portal.form.send' : 'portal.form.sendAgain')}
        </Button>
        <Button onClick={() => void draft.save()} isDisabled={draft.state === 'saving' || sending}>
          {t('portal.draft.save')}
        </Button>
        <span className={styles.draft} role="status">
          {draft.state === 'saved' &&
            draft.savedAt !== null &&
            t('portal.draft.saved', { time: formatTime(draft.savedAt) })}
          {draft.state === 'saving' && t('portal.draft.saving')}
          {draft.state === 'failed' && t('portal.draft.failed')}
        </span>
      </div>
    </form>
  );
}

/** Every row carries its field's id; inside it the first thing that takes the focus is the input. */
function focusField(form: HTMLFormElement | null, fieldId: string): void {
  const row = form?.querySelector(`[data-field="${CSS.escape(fieldId)}"]`);
  const input = row?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button');
  input?.focus();
  input?.scrollIntoView?.({ block: 'center' });
}
