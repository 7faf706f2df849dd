import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { type Ref } from 'react';
import { Link } from 'wouter';
import { RequestFailed } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { hasText, t } from '../../shared/i18n';
import { itemAddress, requestAddress } from '../addresses';
import { codeOf } from './use-request-form';
import forms from '../../kit/forms.module.css';
import styles from './request-form.module.css';

interface Props {
  readonly error: unknown;
  readonly box: Ref<HTMLDivElement>;
  readonly onSendAsNew: () => void;
}

/** Why the form was not sent, where that is not told at its questions: what happened, what became of the answers, what to do. */
export function Trouble({ error, box, onSendAsNew }: Props) {
  const code = codeOf(error);
  const params = error instanceof RequestFailed ? error.params : {};
  const own = `portal.trouble.${code}`;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.trouble}>
      <SectionMessage
        appearance="error"
        title={t(code === 'ALREADY_SENT' ? 'portal.trouble.sentTitle' : 'portal.form.notSent')}
      >
        <p>{hasText(own) ? t(own, params) : errorText(error)}</p>
        {code === 'ALREADY_SENT' && (
          <div className={forms.row}>
            <Link to={requestAddress(params['requestId'] ?? '')}>{t('portal.trouble.seeSent', params)}</Link>
            <Button onClick={onSendAsNew}>{t('portal.trouble.sendAsNew')}</Button>
          </div>
        )}
        {code === 'ITEM_RETIRED' && params['replacedBy'] && (
          <p>
            <Link to={itemAddress(params['replacedBy'])}>{t('portal.item.replacement')}</Link>
          </p>
        )}
        <p>{t(`portal.trouble.answers.${answersOf(error)}`)}</p>
      </SectionMessage>
    </div>
  );
}

/** What became of the answers: kept as a draft, or only on this page; and whether sending again is any use. */
function answersOf(error: unknown): 'kept' | 'again' | 'here' {
  if (codeOf(error) === 'REQUEST_REFUSED') return 'kept';
  return !(error instanceof RequestFailed) || error.retryable ? 'again' : 'here';
}
