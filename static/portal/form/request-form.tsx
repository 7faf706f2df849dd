import Button from '@atlaskit/button/default/button';
import { type FormEvent, useEffect, useRef } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Text } from '../../../src/catalog/domain/model';
import { formatTime } from '../../shared/dates';
import { mayRetry } from '../../shared/error-text';
import { hasPart } from '../../../src/catalog/domain/kinds';
import { localized, t } from '../../shared/i18n';
import { useAsking } from './asking';
import { CarriedOver } from './carried-over';
import { FormFields } from './form-fields';
import { Led } from './led';
import { RestoredDraft } from './restored-draft';
import { Suggestions } from './suggestions';
import { Trouble } from './trouble';
import { codeOf, type RequestFormState } from './use-request-form';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
  /** The former answers were thrown away: the keyboard goes on here. */
  readonly isFresh: boolean;
  /** The item asked something else when the form was filled. */
  readonly isChanged: boolean;
  /** The item that led here with its answers. */
  readonly from: Text | undefined;
  readonly onStartOver: () => void;
}

/** The form of an item. Sending moves the focus to the first field that needs attention, or to what went wrong. */
export function RequestForm({ page, form, isFresh, isChanged, from, onStartOver }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const trouble = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const { draft, sending, others, lead } = form;
  const { content } = page.item;
  const { isTrial, send } = useAsking();
  const words = `portal.kind.${content.kind ?? 'request'}`;
  const sends = hasPart(content, 'work') && lead === null && send !== undefined;
  // Another tab may have sent the form; the draft learns it first.
  const error = form.error ?? (codeOf(draft.error) === 'ALREADY_SENT' ? draft.error : null);

  const isSentAlready = error !== null && codeOf(error) === 'ALREADY_SENT';

  useEffect(() => {
    if (error !== null) trouble.current?.focus();
  }, [error]);
  useEffect(() => {
    if (isFresh) title.current?.focus();
  }, [isFresh]);

  const run = async (send: () => Promise<string | null>): Promise<void> => {
    const first = await send();
    if (first !== null) focusField(element.current, first);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sends) void run(form.send);
  };

  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      aria-label={t(`${words}.title`, { item: localized(content.name) })}
      onSubmit={submit}
    >
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t(`${words}.heading`)}
      </h2>
      {from !== undefined && (
        <p className={forms.hint} role="status">
          {t('portal.lead.brought', { item: localized(from) })}
        </p>
      )}
      {page.draft !== null && !isChanged && from === undefined && error === null && (
        <RestoredDraft stored={page.draft} onStartOver={() => draft.discard().then(onStartOver)} />
      )}
      {(isChanged || others !== null) && <CarriedOver others={others ?? []} />}
      <FormFields page={page} form={form} />
      <Suggestions page={page} answers={form.answers} onSolved={draft.discard} />
      {error !== null && <Trouble error={error} box={trouble} onSendAsNew={() => void run(form.sendAsNew)} />}
      {lead !== null && <Led lead={lead} page={page} answers={form.answers} />}
      {lead === null && !hasPart(content, 'work') && (
        <p className={forms.hint} role="status">
          {t('portal.lead.notYet')}
        </p>
      )}
      {sends && (
        <div className={forms.row}>
          {form.blocked === null ? (
            <Button type="submit" appearance="primary" isLoading={sending}>
              {t(sendWords(isTrial, error === null || isSentAlready, words))}
            </Button>
          ) : (
            <span role="status">{localized(form.blocked)}</span>
          )}
          {!isTrial && (
            <Button onClick={() => void draft.save()} isDisabled={draft.state === 'saving' || sending}>
              {t('portal.draft.save')}
            </Button>
          )}
          <span className={forms.note} role="status">
            {!isTrial &&
              draft.state === 'saved' &&
              draft.savedAt !== null &&
              t(draft.isCut ? 'portal.draft.cut' : 'portal.draft.saved', { time: formatTime(draft.savedAt) })}
            {draft.state === 'saving' && t('portal.draft.saving')}
            {draft.state === 'failed' &&
              codeOf(draft.error) !== 'ALREADY_SENT' &&
              t(mayRetry(draft.error) ? 'portal.draft.failed' : 'portal.draft.impossible')}
          </span>
        </div>
      )}
    </form>
  );
}

const sendWords = (isTrial: boolean, isFirst: boolean, words: string): string => {
  if (isTrial) return 'portal.form.try';
  return isFirst ? `${words}.send` : 'portal.form.sendAgain';
};

/** Every row carries its field's id; inside it the first thing that takes the focus is the input. */
function focusField(form: HTMLFormElement | null, fieldId: string): void {
  const row = form?.querySelector(`[data-field="${CSS.escape(fieldId)}"]`);
  const input = row?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, button');
  input?.focus();
  input?.scrollIntoView?.({ block: 'center' });
}
