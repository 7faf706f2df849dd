import type { RequestView } from '../../../src/requests/domain/answers';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { personName } from '../../shared/person-name';
import { UserName } from '../../shared/user-name';
import styles from './answer-list.module.css';

type Approval = NonNullable<RequestView['approval']>;

/** Who was asked to approve, and what they said. */
export function ApprovalState({ approval }: { readonly approval: Approval }) {
  return (
    <>
      <p className={styles.none}>
        {t(`portal.approval.${approval.state}`, { names: approval.approverNames.map(personName).join(', ') })}
      </p>
      {approval.decisions.length > 0 && (
        <ul className={styles.decisions}>
          {approval.decisions.map(({ by, decision, comment, at }) => (
            <li key={`${by}-${at}`}>
              <UserName accountId={by} /> — {t(`portal.approval.said.${decision}`)}, {formatDateTime(at)}
              {comment !== '' && `: ${comment}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
