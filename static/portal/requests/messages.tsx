import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import styles from './messages.module.css';

interface Props {
  readonly request: RequestView;
  readonly onChanged: (request: RequestView) => void;
}

/** What was said about a request, oldest first, and a place to answer. */
export function Messages({ request, onChanged }: Props) {
  return (
    <>
      {request.messages.length === 0 ? (
        <p className={styles.none}>{t('portal.request.noMessages')}</p>
      ) : (
        <ul className={styles.messages}>
          {request.messages.map((message) => (
            <li key={message.id} className={styles.message} data-mine={message.mine}>
              <span className={styles.head}>
                <strong>{message.mine ? t('portal.request.you') : message.author}</strong>
                <time dateTime={message.at}>{formatDateTime(message.at)}</time>
              </span>
              <p className={styles.text}>{message.text}</p>
            </li>
          ))}
        </ul>
      )}
      {request.actions.comment && <Answer request={request} onChanged={onChanged} />}
    </>
  );
}

function Answer({ request, onChanged }: Props) {
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useUnsaved(text.trim() !== '');
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      onChanged(await call('requests.comment', { requestId: request.id, text: text.trim() }));
      setText('');
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <label htmlFor="message" className={styles.label}>
        {t('portal.request.write')}
      </label>
      <TextArea
        id="message"
        value={text}
        minimumRows={3}
        resize="smart"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error !== null && <ErrorView error={error} title={t('portal.request.messageNotSent')} />}
      <div>
        <Button type="submit" isLoading={sending} isDisabled={text.trim() === ''}>
          {t('portal.request.sendMessage')}
        </Button>
      </div>
    </form>
  );
}
