import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SharedRow } from '../../../../src/requests/domain/answers';
import forms from '../../../kit/forms.module.css';
import { call } from '../../../shared/api';
import { errorText } from '../../../shared/error-text';
import { t } from '../../../shared/i18n';
import styles from '../request-form.module.css';

interface Props {
  readonly joined: SharedRow;
  /** Back to the form, which still has what was typed. */
  readonly onLeft: () => void;
}

/** In the place of the form: a colleague's request was joined, and nothing was sent. */
export function Joined({ joined, onLeft }: Props) {
  const [, go] = useLocation();
  const [error, setError] = useState<unknown>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    call('requests.join', { requestId: joined.id, isOn: false }).then(onLeft, setError);
  };
  return (
    <div ref={box} tabIndex={-1} role="status" className={styles.trouble}>
      <SectionMessage appearance="success" title={t('portal.joined.title')}>
        <p>{t('portal.joined.text', { summary: joined.summary })}</p>
        <div className={forms.row}>
          <Button onClick={() => go('/requests')}>{t('portal.requests.title')}</Button>
          <Button appearance="subtle" onClick={leave}>
            {t('portal.joined.leaveForForm')}
          </Button>
        </div>
        {error !== null && <p role="alert">{errorText(error)}</p>}
      </SectionMessage>
    </div>
  );
}
