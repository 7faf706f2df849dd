import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import { lazy, Suspense, useState } from 'react';
import type { RequestView } from '../../../src/requests/domain/answers';
import forms from '../../kit/forms.module.css';
import { useUnsaved } from '../../kit/unsaved/use-unsaved';
import { call } from '../../shared/api';
import { formatDateTime } from '../../shared/dates';
import { ErrorView } from '../../shared/error-view';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useAdding } from '../files/use-adding';
import { ANSWER_ID } from './answer-id';
import styles from './messages.module.css';

const FilePlace = lazy(() => import('../files/file-place').then((m) => ({ default: m.FilePlace })));

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
  const adding = useAdding(request);
  const [isAttaching, setAttaching] = useState(false);
  const said = text.trim();
  const isReady = !adding.isUploading && (said !== '' || !adding.isEmpty);
  useUnsaved(said !== '');
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    let changed: RequestView | undefined;
    try {
      // First its files: a message that has moved the request on may find none taken any more.
      if (!adding.isEmpty) changed = await adding.add();
      setAttaching(false);
      if (said !== '') changed = await call('requests.comment', { requestId: request.id, text: said });
      setText('');
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
      if (changed !== undefined) onChanged(changed);
    }
  };
  return (
    <form
      className={styles.answer}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send();
      }}
    >
      <label htmlFor={ANSWER_ID} className={forms.label}>
        {t('portal.request.write')}
      </label>
      <TextArea
        id={ANSWER_ID}
        value={text}
        minimumRows={3}
        resize="smart"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error !== null && <ErrorView error={error} title={t('portal.request.messageNotSent')} />}
      {isAttaching && adding.others !== null && (
        <Suspense fallback={<SkeletonLines height={40} />}>
          <FilePlace requestId={request.id} place={adding.others} adding={adding} />
        </Suspense>
      )}
      <div className={forms.row}>
        <Button type="submit" isLoading={sending} isDisabled={!isReady}>
          {t('portal.request.sendMessage')}
        </Button>
        {!isAttaching && adding.others !== null && (
          <Button appearance="subtle" onClick={() => setAttaching(true)}>
            {t('portal.file.attach')}
          </Button>
        )}
      </div>
    </form>
  );
}
