import Badge from '@atlaskit/badge';
import { t } from '../shared/i18n';
import { type Home, useHome } from './home-data';
import { AppLink } from './routing/app-link';
import type { Route } from './routing/route';
import { useRouter } from './routing/router';
import styles from './navigation.module.css';

interface Entry {
  readonly to: Route;
  readonly label: string;
  readonly count?: number;
  readonly pages: readonly Route['page'][];
}

const ownThings = (home: Home | null): readonly Entry[] => [
  {
    to: { page: 'requests' },
    label: t('portal.nav.requests'),
    count: home?.openRequests ?? 0,
    pages: ['requests', 'request'],
  },
  {
    to: { page: 'approvals' },
    label: t('portal.nav.approvals'),
    count: home?.pendingApprovals ?? 0,
    pages: ['approvals'],
  },
];

/** The portal's own tabs: Confluence has no sidebar for them, and in Jira they carry the counts. */
export function Navigation() {
  const { route } = useRouter();
  const { loaded } = useHome();
  const home = loaded.state === 'ready' ? loaded.value : null;
  const manages = home !== null && (home.me.jiraAdmin || home.me.roles.length > 0);
  const jira = home?.me.jira ?? true;
  const entries: readonly Entry[] = [
    { to: { page: 'catalog' }, label: t('portal.nav.catalog'), pages: ['catalog', 'item'] },
    ...(jira ? ownThings(home) : []),
    ...(jira || route.page === 'board'
      ? [{ to: { page: 'board' } as const, label: t('portal.nav.board'), pages: ['board'] as const }]
      : []),
    ...(manages || route.page === 'manage'
      ? [{ to: { page: 'manage' } as const, label: t('portal.nav.manage'), pages: ['manage'] as const }]
      : []),
  ];
  return (
    <nav className={styles.nav} aria-label={t('portal.title')}>
      {entries.map(({ to, label, count = 0, pages }) => {
        const isCurrent = pages.includes(route.page);
        return (
          <AppLink key={to.page} to={to} isCurrent={isCurrent} className={styles.link}>
            {label}
            {count > 0 && <Badge appearance={isCurrent ? 'primary' : 'default'}>{count}</Badge>}
          </AppLink>
        );
      })}
    </nav>
  );
}
