import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import { call } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { localized, t } from '../../shared/i18n';
import { useLoad } from '../../shared/use-load';
import { useNow } from '../../shared/use-now';
import { PromiseLine } from './promise-line';
import { sharedNote } from './shared-note';
import { StageLozenge } from './stage-lozenge';
import forms from '../../kit/forms.module.css';
import styles from './request-list.module.css';

/** Requests of colleagues that the viewer joined: what is shared of them, how far they are, and a way out. Nothing where there are none. */
export function JoinedRequests() {
  const now = useNow();
  const titleId = useId();
  const { loaded, reload } = useLoad('joined', () => call('requests.joined', {}));
  const [error, setError] = useState<unknown>(null);
  // Beside the viewer's own: while these can't be read, they are not what somebody came for.
  if (loaded.state !== 'ready' || loaded.value.rows.length === 0) return null;
  const leave = (requestId: string): void => {
    setError(null);
    call('requests.join', { requestId, isOn: false }).then(reload, setError);
  };
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={forms.heading}>
        {t('portal.joined.list')}
      </h2>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      <ul className={styles.list}>
        {loaded.value.rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <div className={styles.words}>
              <span className={styles.name}>{localized(row.itemName)}</span>
              <span className={forms.note}>{row.summary}</span>
              <span className={forms.note}>{sharedNote(row, now)}</span>
            </div>
            <div className={styles.state}>
              <StageLozenge stage={row.stage} />
              <Button
                spacing="compact"
                aria-label={t('portal.joined.leaveOne', { summary: row.summary })}
                onClick={() => leave(row.id)}
              >
                {t('portal.joined.leave')}
              </Button>
            </div>
            <div className={styles.promise}>
              {row.promise !== null && <PromiseLine promise={row.promise} actor={row.actor} brief />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
