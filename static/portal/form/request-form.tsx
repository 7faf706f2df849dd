import Button from '@atlaskit/button/default/button';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { SharedRow } from '../../../src/requests/domain/answers';
import { hasPart } from '../../../src/catalog/domain/kinds';
import { priceOf } from '../../../src/catalog/domain/form/price';
import { typedText } from '../../../src/catalog/domain/form/typed-text';
import { codeOf } from '../../shared/api';
import { localized, t } from '../../shared/i18n';
import { forWhom } from '../for-whom/for-whom';
import { priceText } from '../price-text';
import { useAsking } from './asking';
import { CarriedOver } from './carried-over';
import { DraftName } from './draft-name';
import { DraftState } from './draft-state';
import { DraftTrouble } from './draft-trouble';
import { FormFields } from './form-fields';
import { ItemNow } from './item-now';
import { Led } from './led';
import { OtherAnswers } from './other-answers';
import { ProblemList } from './problem-list';
import { RestoredDraft } from './restored-draft';
import { isLong, Review } from './review';
import { Joined } from './similar/joined';
import { LazySimilar } from './similar/lazy';
import { Solved } from './solved';
import { Suggestions } from './suggestions';
import { Trouble } from './trouble';
import type { ItemDrafts } from '../drafts/use-item-drafts';
import type { BegunForm, RequestFormState } from './use-request-form';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';

interface Props {
  readonly page: ItemPage;
  readonly form: RequestFormState;
  /** When delivery is promised if it is sent now (ms). */
  readonly dueAt: number | null | undefined;
  /** The former answers were thrown away: the keyboard goes on here. */
  readonly isFresh: boolean;
  /** What was begun before, where it was brought here. */
  readonly carried: BegunForm | null;
  readonly onStartOver: () => void;
  readonly drafts: ItemDrafts;
  /** Opens what is stored of its draft in the place of what is here. */
  readonly onReopen: (clientToken: string) => void;
}

/** The form of an item: filled, read over where it is long, and sent. What is in the way is told on top, and takes the focus. */
export function RequestForm(props: Props) {
  const { page, form, dueAt, isFresh, carried, onStartOver, drafts, onReopen } = props;
  const element = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [isSolved, setSolved] = useState(false);
  const [joined, setJoined] = useState<SharedRow | null>(null);
  const [isRead, setRead] = useState(false);
  const [opened, setOpened] = useState<{ readonly fieldId: string } | null>(null);
  const { draft, sending, others, lead } = form;
  const { told } = sending;
  const from = carried?.from;
  const isChanged = (carried !== null || form.isChanged) && from === undefined;
  const { content } = page.item;
  const { isTrial, send } = useAsking();
  const words = `portal.kind.${content.kind ?? 'request'}`;
  const sends = hasPart(content, 'work') && lead === null && send !== undefined;
  const reads = sends && form.blocked === null && isLong(form);
  const isReview = reads && isRead && told.length === 0;
  // Another tab may have sent the form; the draft learns it first.
  const error = sending.error ?? (codeOf(draft.error) === 'ALREADY_SENT' ? draft.error : null);
  const isFirst = error === null || codeOf(error) === 'ALREADY_SENT';
  const price = priceOf(content, form.answers);
  const text = typedText(content.form, form.answers);

  useEffect(() => {
    if (isFresh) title.current?.focus();
  }, [isFresh]);
  useEffect(() => {
    if (opened !== null) focusField(element.current, opened.fieldId);
  }, [opened]);

  const open = (fieldId: string): void => {
    setRead(false);
    setOpened({ fieldId });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!sends) return;
    if (!reads || isReview) void sending.send();
    else if (sending.check()) setRead(true);
  };

  if (isSolved) return <Solved />;
  if (joined !== null) return <Joined joined={joined} onLeft={() => setJoined(null)} />;
  const trouble = (error !== null || told.length > 0) && (
    <Trouble error={error} told={told} page={page} form={form}>
      <ProblemList form={form} onOpen={open} />
    </Trouble>
  );
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
          {t(carried?.isSpoken ? 'portal.lead.spoken' : 'portal.lead.brought', { item: localized(from) })}
        </p>
      )}
      {page.draft !== null && carried === null && error === null && (
        <RestoredDraft
          stored={page.draft}
          drafts={drafts.drafts}
          savedAt={draft.savedAt ?? page.draft.updatedAt}
          onKeep={draft.save}
          onStartOver={() => draft.discard().then(onStartOver)}
        />
      )}
      {isChanged && <CarriedOver />}
      <OtherAnswers others={others} onDrop={form.dropOther} />
      {told.length > 0 && trouble}
      {isReview ? <Review form={form} onEdit={open} /> : <FormFields page={page} form={form} dueAt={dueAt} />}
      {told.length === 0 && trouble}
      {lead !== null && <Led lead={lead} page={page} form={form} />}
      {lead === null && !hasPart(content, 'work') && (
        <p className={forms.hint} role="status">
          {t('portal.lead.notYet')}
        </p>
      )}
      {sends && price !== null && (
        <span className={forms.label} role="status">
          {t('portal.form.total', { price: priceText(price) })}
        </span>
      )}
      {sends && (
        <div className={forms.row}>
          {form.blocked === null ? (
            <Button type="submit" appearance="primary" isLoading={sending.isSending}>
              {t(reads && !isReview ? 'portal.form.review' : sendWords(isTrial, isFirst, words))}
            </Button>
          ) : (
            <span role="status">{localized(form.blocked)}</span>
          )}
          {isReview && <Button onClick={() => setRead(false)}>{t('portal.form.backToForm')}</Button>}
          {!isTrial && <DraftState draft={draft} isSending={sending.isSending} />}
        </div>
      )}
      {sends && !isTrial && (
        <>
          <DraftTrouble
            error={draft.error}
            onKeepBoth={form.asAnother}
            onOpenOther={() => void draft.hold().then(() => onReopen(form.clientToken))}
          />
          {error === null && <ItemNow page={page} form={form} />}
          <DraftName clientToken={form.clientToken} drafts={drafts} draft={draft} />
        </>
      )}
      {/* Below what is pressed, which so stays where it is while these come and go. */}
      {sends && !isTrial && forWhom() === null && (
        <LazySimilar
          page={page}
          text={text}
          similar={draft.now?.similar}
          onJoined={(row) => void draft.discard().finally(() => setJoined(row))}
        />
      )}
      <Suggestions page={page} text={text} onSolved={() => draft.discard().then(() => setSolved(true))} />
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
