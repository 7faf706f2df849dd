import type { EscalationAt, EscalationLevel } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import forms from '../shared/forms.module.css';

/** The escalation levels of a metric in words. They are changed through import. */
export function EscalationsView({ escalations }: { readonly escalations: readonly EscalationLevel[] }) {
  return (
    <section>
      <h3 className={forms.heading}>{t('settings.escalations')}</h3>
      {escalations.length === 0 ? (
        <p className={forms.hint}>{t('settings.escalationsNone')}</p>
      ) : (
        <>
          <ul>
            {escalations.map((level) => (
              <li key={level.id}>
                {level.name}: {when(level.at)}.{' '}
                {level.actions.map((action) => t(`settings.escalation.${action.kind}`)).join(', ')}
              </li>
            ))}
          </ul>
          <p className={forms.hint}>{t('settings.escalationsHint')}</p>
        </>
      )}
    </section>
  );
}

function when(at: EscalationAt): string {
  if (at.kind === 'percent') return t('settings.escalation.percent', { percent: at.percent });
  return t(at.kind === 'beforeDue' ? 'settings.escalation.beforeDue' : 'settings.escalation.afterDue', {
    minutes: at.ms / 60_000,
  });
}
