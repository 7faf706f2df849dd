import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { codeOf, RequestFailed } from '../../shared/api';
import { errorText, mayRetry } from '../../shared/error-text';
import { hasText, t } from '../../shared/i18n';
import { requestAddress } from '../addresses';
import type { RequestFormState } from './use-request-form';
import { WayOnButton } from './way-on-button';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';

interface Props {
  /** What happened that is about no question; `null` for nothing. */
  readonly error: unknown;
  /** Of the last try; it takes the focus with each. */
  readonly told: readonly string[];
  readonly page: ItemPage;
  readonly form: RequestFormState;
  /** The questions that need another look. */
  readonly children: ReactNode;
}

/** Why the form was not sent: what happened, which questions it is about, what became of the answers, what to do. */
export function Trouble({ error, told, page, form, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error, told]);
  const code = codeOf(error);
  const left = told.filter((id) => form.problems.has(id) && form.fields.get(id)?.visible).length;
  // All is said that was missing: it can go. It stays where it is, as it has the size that it had.
  const isMended = error === null && left === 0;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.trouble}>
      <SectionMessage
        appearance={isMended ? 'success' : 'error'}
        title={t(
          code === 'ALREADY_SENT'
            ? 'portal.trouble.sentTitle'
            : isMended
              ? 'portal.form.ready'
              : 'portal.form.notSent',
        )}
      >
        {error !== null && <WhatHappened error={error} page={page} form={form} />}
        {told.length > 0 && (
          <>
            <p>{t(left === 0 ? 'portal.form.allMended' : 'portal.form.problems', { count: left })}</p>
            {children}
          </>
        )}
        {error !== null && <p>{t(`portal.trouble.answers.${answersOf(error)}`)}</p>}
      </SectionMessage>
    </div>
  );
}

function WhatHappened({ error, page, form }: Omit<Props, 'told' | 'children'>) {
  const code = codeOf(error);
  const params = error instanceof RequestFailed ? error.params : {};
  const own = `portal.trouble.${code}`;
  return (
    <>
      <p>{hasText(own) ? t(own, params) : errorText(error)}</p>
      {code === 'ALREADY_SENT' && (
        <div className={forms.row}>
          <Link to={requestAddress(params['requestId'] ?? '')}>{t('portal.trouble.seeSent', params)}</Link>
          <Button onClick={() => void form.sending.sendAsNew()}>{t('portal.trouble.sendAsNew')}</Button>
        </div>
      )}
      {(code === 'ITEM_RETIRED' || code === 'NOT_FOUND') && (
        <WayOnButton
          itemId={page.item.id}
          replacedBy={params['replacedBy'] ?? ''}
          from={page.item.content.name}
          begun={form.begun}
          onLeave={form.draft.hold}
        />
      )}
    </>
  );
}

/** What became of the answers: kept as a draft, or only on this page; and whether sending again is any use. */
function answersOf(error: unknown): 'kept' | 'again' | 'here' {
  if (mayRetry(error)) return 'again';
  return error instanceof RequestFailed && error.params['draft'] === 'kept' ? 'kept' : 'here';
}
