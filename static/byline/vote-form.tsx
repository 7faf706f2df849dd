import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { ArticleStats } from '../../src/knowledge/domain/answers';
import { VOTE_REASONS, type VoteReason } from '../../src/knowledge/domain/model';
import { call } from '../shared/api';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import styles from './byline.module.css';

interface Props {
  readonly pageId: string;
  /** The reader's vote on this version of the page. */
  readonly mine: { readonly helpful: boolean } | null;
  readonly onVoted: (stats: ArticleStats, helpful: boolean) => void;
}

/** "Did this help?": one vote per person and version, replaceable; a no asks why. */
export function VoteForm({ pageId, mine, onVoted }: Props) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<VoteReason | null>(null);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const group = useId();
  const vote = (helpful: boolean): void => {
    setBusy(true);
    setError(null);
    call('knowledge.vote', {
      pageId,
      helpful,
      ...(helpful || reason === null ? {} : { reason }),
      ...(helpful || comment.trim() === '' ? {} : { comment: comment.trim() }),
    })
      .then(({ stats }) => {
        setAsking(false);
        onVoted(stats, helpful);
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <section>
      <h2 className={styles.heading}>{t('byline.question')}</h2>
      <div className={styles.buttons}>
        <Button isDisabled={busy} isSelected={mine?.helpful === true} onClick={() => vote(true)}>
          {t('byline.yes')}
        </Button>
        <Button
          isDisabled={busy}
          isSelected={mine?.helpful === false}
          aria-expanded={asking}
          onClick={() => setAsking(true)}
        >
          {t('byline.no')}
        </Button>
      </div>
      {asking && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            vote(false);
          }}
        >
          <fieldset className={styles.reasons}>
            <legend>{t('byline.why')}</legend>
            {VOTE_REASONS.map((each) => (
              <label key={each}>
                <input type="radio" name={group} checked={reason === each} onChange={() => setReason(each)} />
                {t(`byline.reason.${each}`)}
              </label>
            ))}
          </fieldset>
          <label className={styles.comment}>
            {t('byline.comment')}
            <Textfield
              value={comment}
              maxLength={1000}
              isCompact
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </label>
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" isDisabled={busy}>
              {t('byline.send')}
            </Button>
            <Button appearance="subtle" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
      <p className={styles.thanks} role="status">
        {mine !== null && !asking ? t(mine.helpful ? 'byline.votedYes' : 'byline.votedNo') : ''}
      </p>
      {error !== null && <ErrorView error={error} title={t('byline.notSaved')} />}
    </section>
  );
}
