import type { Answer } from '../../../src/sla/engine/report/answerable';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { durationText } from '../model/duration';
import type { Told } from '../model/explain';
import styles from './why.module.css';

interface Props {
  readonly answers: readonly Answer[];
  readonly told: Told;
  readonly nameOf: (group: string) => string;
}

/** Who answers for each breach of a promise, and the time everybody held it. */
export function Answers({ answers, told, nameOf }: Props) {
  if (answers.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{t('sla.answers.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sla.answers.ranOut')}</th>
          <th scope="col">{t('sla.answers.who')}</th>
          <th scope="col">{t('sla.answers.split')}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => (
          <tr key={answer.cycle}>
            <td>
              {formatDateTime(answer.breachTime)}
              {answers.length > 1 && (
                <div className={styles.cause}>{t('sla.answers.round', { n: answer.cycle })}</div>
              )}
            </td>
            <th scope="row" className={styles.holder}>
              <Holder by={answer.by} holder={answer.responsible} nameOf={nameOf} />
              <div className={styles.cause}>{beyondText(answer, told)}</div>
            </th>
            <td>
              {answer.shares.map(({ key, runningMs }) => (
                <div key={key ?? ''}>
                  <Holder by={answer.by} holder={key} nameOf={nameOf} />:{' '}
                  {durationText(runningMs, told.dayMs)}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far beyond its own agreement the responsible holder went. */
function beyondText({ responsible, shares, allowedMs }: Answer, { dayMs }: Told): string {
  const held = shares.find(({ key }) => key === responsible)?.runningMs ?? 0;
  if (allowedMs === 0) return t('sla.answers.noAgreement', { time: durationText(held, dayMs) });
  const allowed = durationText(allowedMs, dayMs);
  if (held <= allowedMs) return t('sla.answers.within', { allowed });
  return t('sla.answers.beyond', { time: durationText(held - allowedMs, dayMs), allowed });
}

interface HolderProps {
  readonly by: Answer['by'];
  readonly holder: string | null;
  readonly nameOf: (group: string) => string;
}

function Holder({ by, holder, nameOf }: HolderProps) {
  if (holder === null) return t(by === 'group' ? 'sla.shares.noGroup' : 'sla.shares.nobody');
  return by === 'group' ? nameOf(holder) : <UserName accountId={holder} />;
}
