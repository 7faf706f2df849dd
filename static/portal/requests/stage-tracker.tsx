import Button from '@atlaskit/button/default/button';
import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { RequestView } from '../../../src/requests/domain/answers';
import { localized, t } from '../../shared/i18n';
import { ANSWER_ID } from './answer-id';
import { actingText } from './promise-line';
import forms from '../../kit/forms.module.css';
import live from '../../shared/live-region.module.css';
import styles from './stage-tracker.module.css';

/** Where the request stands among its stages, and who acts now; a requester who is asked something gets there from here. */
export function StageTracker({ request }: { readonly request: RequestView }) {
  return (
    <section className={styles.tracker} aria-label={t('portal.request.progress')}>
      <ol className={styles.stages}>
        {request.stages.map((stage) => (
          <li
            key={stage.id}
            className={styles.stage}
            data-reached={stage.reached}
            aria-current={stage.current ? 'step' : undefined}
          >
            <span className={styles.dot}>
              {stage.reached && !stage.current && <CheckIcon label="" size="small" />}
            </span>
            <span className={styles.name}>
              {localized(stage.name)}
              {stage.reached && !stage.current && (
                <span className={live.hidden}>, {t('portal.request.done')}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.actor}>{actingText(request)}</p>
      {request.actor === 'requester' && request.stage.kind === 'open' && request.actions.comment && (
        <div className={forms.row}>
          <Button onClick={() => document.getElementById(ANSWER_ID)?.focus()}>
            {t('portal.request.reply')}
          </Button>
        </div>
      )}
    </section>
  );
}
