import type { TimelineEvent } from '../../../src/sla/engine/model';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { ruleText } from '../../../src/sla/engine/words/cause-text';
import { rejectedText } from '../../../src/sla/engine/words/unmet-text';
import { causeText } from '../model/cause';
import type { Told } from '../model/explain';
import { useWords } from './use-words';
import styles from './why.module.css';

/** What happened to the promise, who did it, and which goals were passed over. */
export function EventList({
  events,
  told,
}: {
  readonly events: readonly TimelineEvent[];
  readonly told: Told;
}) {
  const evidence = events.map(({ cause, rejected }) => ({ cause, rejected }));
  const words = useWords(JSON.stringify(evidence), evidence);
  return (
    <table className={styles.table}>
      <caption>{t('sla.table.events')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sla.table.when')}</th>
          <th scope="col">{t('sla.table.what')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event, index) => (
          <tr key={`${String(event.at)}${event.action}${String(index)}`}>
            <td>{formatDateTime(event.at)}</td>
            <td>
              <strong>{t(`sla.action.${event.action}`)}</strong>
              <div className={styles.cause}>
                {causeText(event.factId, event.cause, told.history, told.names)}
                {event.by !== null && (
                  <>
                    {' · '}
                    <UserName accountId={event.by} />
                  </>
                )}
              </div>
              {!('reason' in event.cause) && (
                <div className={styles.cause}>
                  {t('sla.rule', { rule: words === null ? '…' : ruleText(event.cause, words) })}
                </div>
              )}
              {event.rejected.map((goal) => (
                <div key={goal.goalId} className={styles.cause}>
                  {t('sla.rejected', {
                    goal: told.names.goals[goal.goalId] ?? goal.goalId,
                    why: words === null ? '…' : rejectedText(goal, words),
                  })}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
