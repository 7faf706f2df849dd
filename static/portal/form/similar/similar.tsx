import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { ItemPage } from '../../../../src/catalog/domain/call-answers';
import type { FormNow, SharedRow } from '../../../../src/requests/domain/answers';
import forms from '../../../kit/forms.module.css';
import { call } from '../../../shared/api';
import { formatRelative } from '../../../shared/dates';
import { errorText } from '../../../shared/error-text';
import { localized, t } from '../../../shared/i18n';
import { LiveRegion } from '../../../shared/live-region';
import { useNow } from '../../../shared/use-now';
import { requestAddress } from '../../addresses';
import { FollowButton } from '../../announcements/follow-button';
import { sharedNote } from '../../requests/shared-note';
import { StageLozenge } from '../../requests/stage-lozenge';
import list from '../../reader/article-list.module.css';
import styles from '../suggestions.module.css';
import { useKnown } from './use-known';

interface Props {
  readonly page: ItemPage;
  /** All that is written in the form. */
  readonly text: string;
  /** What was asked already, as the last save of the draft told. */
  readonly similar: FormNow['similar'];
  readonly onJoined: (joined: SharedRow) => void;
}

/** What is there already of what is being asked: a known problem, one's own requests, and those of colleagues, which can be joined instead. */
export function Similar({ page, text, similar, onJoined }: Props) {
  const titleId = useId();
  const now = useNow();
  const [joining, setJoining] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const known = useKnown(page, text);
  const { own, colleagues } = similar ?? { own: [], colleagues: [] };
  const count = known.length + own.length + colleagues.length;
  const join = async (row: SharedRow): Promise<void> => {
    setJoining(row.id);
    setError(null);
    try {
      await call('requests.join', { requestId: row.id, isOn: true });
      onJoined(row);
    } catch (failure) {
      setError(failure);
      setJoining(null);
    }
  };
  return (
    <>
      <LiveRegion text={count === 0 ? '' : t('portal.similar.found', { count })} />
      {count > 0 && (
        <section className={styles.suggestions} aria-labelledby={titleId}>
          <h3 id={titleId} className={styles.title}>
            {t('portal.similar.title')}
          </h3>
          <ul className={list.list}>
            {known.map(({ id, name, reported }) => (
              <li key={id} className={list.article}>
                <strong>{t('portal.similar.known', { name: localized(name) })}</strong>
                <FollowButton announcementId={id} reported={reported} />
              </li>
            ))}
            {own.map((row) => (
              <li key={row.id} className={list.article}>
                <Link to={requestAddress(row.id)}>{row.title}</Link>
                <span className={forms.note}>
                  {t('portal.similar.own', { age: formatRelative(row.receivedAt, now) })}{' '}
                  <StageLozenge stage={row.stage} />
                </span>
              </li>
            ))}
            {colleagues.map((row) => (
              <li key={row.id} className={list.article}>
                <span>{row.summary}</span>
                <span className={forms.note}>
                  {sharedNote(row, now)} <StageLozenge stage={row.stage} />
                </span>
                {row.joined ? (
                  <span className={forms.note}>{t('portal.similar.isJoined')}</span>
                ) : (
                  <Button isLoading={joining === row.id} onClick={() => void join(row)}>
                    {t('portal.similar.join')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {colleagues.some(({ joined }) => !joined) && (
            <p className={forms.note}>{t('portal.similar.joinHint')}</p>
          )}
          {error !== null && <p role="alert">{errorText(error)}</p>}
        </section>
      )}
    </>
  );
}
