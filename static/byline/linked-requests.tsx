import type { LinkKind } from '../../src/knowledge/domain/model';
import { t } from '../shared/i18n';
import { IssueLink } from '../shared/issue-link';
import styles from './byline.module.css';

interface Props {
  readonly issues: readonly { readonly key: string; readonly summary: string; readonly kind: LinkKind }[];
}

/** The requests this page was used for, of those the reader may see. */
export function LinkedRequests({ issues }: Props) {
  if (issues.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('byline.requests')}</h2>
      <ul className={styles.requests}>
        {issues.map((issue) => (
          <li key={issue.key}>
            <IssueLink issueKey={issue.key} /> {issue.summary}{' '}
            <span className={styles.kind}>{t(`byline.kind.${issue.kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
