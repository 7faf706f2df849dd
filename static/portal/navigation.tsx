import Badge from '@atlaskit/badge';
import { Link, useLocation } from 'wouter';
import { rightsOf } from '../settings/rights';
import { t } from '../shared/i18n';
import { type Home, useHome } from './home-data';
import styles from './navigation.module.css';

interface Entry {
  /** Its address; what is below it is part of it. */
  readonly to: string;
  readonly label: string;
  readonly count?: number;
}

const ownThings = (home: Home | null): readonly Entry[] => [
  { to: '/requests', label: t('portal.nav.requests'), count: home?.openRequests ?? 0 },
  { to: '/approvals', label: t('portal.nav.approvals'), count: home?.pendingApprovals ?? 0 },
];

/** The portal's own tabs: Confluence has no sidebar for them, and in Jira they carry the counts. */
export function Navigation() {
  const [path] = useLocation();
  const isAt = (to: string) => `${path}/`.startsWith(`${to}/`);
  const { loaded } = useHome();
  const home = loaded.state === 'ready' ? loaded.value : null;
  const manages = home !== null && rightsOf(home.me).readAny;
  const jira = home?.me.jira ?? true;
  const others: readonly Entry[] = [
    ...(jira ? ownThings(home) : []),
    ...(manages || home?.serves || isAt('/board') ? [{ to: '/board', label: t('portal.nav.board') }] : []),
    ...(manages || isAt('/manage') ? [{ to: '/manage', label: t('portal.nav.manage') }] : []),
  ];
  const current = others.find(({ to }) => isAt(to))?.to ?? '/catalog';
  return (
    <nav className={styles.nav} aria-label={t('portal.title')}>
      {[{ to: '/catalog', label: t('portal.nav.catalog') }, ...others].map(
        ({ to, label, count = 0 }: Entry) => (
          <Link key={to} to={to} aria-current={to === current ? 'page' : undefined} className={styles.link}>
            {label}
            {count > 0 && <Badge appearance={to === current ? 'primary' : 'default'}>{count}</Badge>}
          </Link>
        ),
      )}
    </nav>
  );
}
