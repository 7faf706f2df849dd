import SectionMessage from '@atlaskit/section-message';
import { formatDateTime } from '../../shared/dates';
import { IssueLink } from '../../shared/issue-link';
import { localized, t } from '../../shared/i18n';
import styles from '../portal.module.css';
import type { Announced } from './announced';
import { FollowButton } from './follow-button';

/** What people are told, known issues first. */
export function Announcements({ announced }: { readonly announced: readonly Announced[] }) {
  const inOrder = announced.toSorted((a, b) => rank(a) - rank(b));
  return inOrder.map(({ id, kind, name, text, issueKey, reported, to }) => {
    const heading = localized(name);
    const isIssue = kind === 'knownIssue';
    return (
      <div key={id} className={styles.notice}>
        <SectionMessage
          appearance={isIssue ? 'warning' : 'information'}
          title={isIssue ? t('portal.announcement.knownIssue', { name: heading }) : heading}
        >
          <p>{localized(text)}</p>
          {issueKey !== undefined && (
            <p>
              <IssueLink issueKey={issueKey}>{t('portal.announcement.issue', { issueKey })}</IssueLink>
            </p>
          )}
          {issueKey !== undefined && <FollowButton announcementId={id} reported={reported} />}
          {to !== undefined && <p>{t('portal.announcement.until', { to: formatDateTime(to) })}</p>}
        </SectionMessage>
      </div>
    );
  });
}

const rank = ({ kind }: Announced): number => Number(kind !== 'knownIssue');
