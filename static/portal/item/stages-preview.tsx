import { asksRequester } from '../../../src/requests/domain/stages';
import type { ItemPage, OfferedContent } from '../../../src/catalog/domain/call-answers';
import { durationParam } from '../../../src/kernel/finding';
import { localized, t } from '../../shared/i18n';
import { shownParam } from '../../shared/params';
import styles from './stages-preview.module.css';

interface Props {
  readonly stages: OfferedContent['stages'];
  readonly waitsForApproval: boolean;
  /** How long requests were in each stage, half of them no longer (ms by the clock). */
  readonly usual?: NonNullable<ItemPage['usual']>['stages'] | undefined;
}

/**
 * What happens after sending, in the requester's words. Ways a request may be given up are not part of the plan, nor is an approval that
 * these answers do not need; what comes to pass only where the requester is asked something is said to be so.
 */
export function StagesPreview({ stages, waitsForApproval, usual = {} }: Props) {
  const plan = stages.filter(
    ({ kind, actor }) => kind !== 'cancelled' && (waitsForApproval || actor !== 'approver'),
  );
  if (plan.length === 0) return null;
  return (
    <section aria-label={t('portal.item.next')}>
      <h2 className={styles.title}>{t('portal.item.next')}</h2>
      <ol className={styles.stages}>
        {plan.map((stage) => (
          <li key={stage.id}>
            {asksRequester(stage) ? <em>{localized(stage.name)}</em> : localized(stage.name)}
            <span className={styles.actor}>
              {[
                asksRequester(stage) ? t('portal.item.onlyIfNeeded') : t(`portal.actor.${stage.actor}`),
                usualText(usual[stage.id]),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const usualText = (ms: number | undefined): string =>
  ms === undefined ? '' : t('portal.item.stageUsual', { time: shownParam(durationParam(ms)) });
