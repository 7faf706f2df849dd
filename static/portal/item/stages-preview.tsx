import type { OfferedContent } from '../../../src/catalog/domain/call-answers';
import { localized, t } from '../../shared/i18n';
import styles from './stages-preview.module.css';

/** What happens after sending, in the requester's words. Ways a request may be given up are not part of the plan. */
export function StagesPreview({ stages }: { readonly stages: OfferedContent['stages'] }) {
  const plan = stages.filter((stage) => stage.kind !== 'cancelled');
  if (plan.length === 0) return null;
  return (
    <section aria-label={t('portal.item.next')}>
      <h2 className={styles.title}>{t('portal.item.next')}</h2>
      <ol className={styles.stages}>
        {plan.map((stage) => (
          <li key={stage.id}>
            {localized(stage.name)}
            <span className={styles.actor}>{t(`portal.actor.${stage.actor}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
