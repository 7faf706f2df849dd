import Button from '@atlaskit/button/default/button';
import TextArea from '@atlaskit/textarea';
import { type FormEvent, useEffect, useState } from 'react';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import type { IssueRef } from './data/issue';
import { readersCanSee, sendReply } from './data/share';
import styles from './article-row.module.css';

interface Props {
  readonly issue: IssueRef;
  readonly article: { readonly pageId: string; readonly title: string };
  readonly onShared: () => void;
  readonly onClose: () => void;
}

/** A public reply with the article's link; says first whether those who get it could not open it, or that nobody knows. */
export function ShareForm({ issue, article, onShared, onClose }: Props) {
  const [text, setText] = useState(() => t('knowledge.shareText'));
  const [canSee, setCanSee] = useState<'checking' | 'yes' | 'no' | 'unknown'>('checking');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    void readersCanSee(issue, article.pageId).then((answer) => wanted && setCanSee(answer));
    return () => {
      wanted = false;
    };
  }, [issue, article.pageId]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    sendReply(issue, article, text).then(onShared, (problem: unknown) => {
      setError(problem);
      setBusy(false);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('knowledge.share')}>
      {canSee === 'checking' && (
        <p className={styles.meta} role="status">
          {t('knowledge.checking')}
        </p>
      )}
      {(canSee === 'no' || canSee === 'unknown') && (
        <p className={styles.warning} role="alert">
          {t(canSee === 'no' ? 'knowledge.cannotSee' : 'knowledge.notChecked')}
        </p>
      )}
      <label>
        {t('knowledge.shareLabel')}
        <TextArea value={text} minimumRows={2} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <p className={styles.meta}>{t('knowledge.shareNote', { title: article.title })}</p>
      {error !== null && <ErrorView error={error} title={t('knowledge.notShared')} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" spacing="compact" isDisabled={busy}>
          {t('knowledge.send')}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
