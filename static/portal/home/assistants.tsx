import { Link } from 'wouter';
import { t } from '../../shared/i18n';
import { useUserNames } from '../../shared/use-user-names';
import type { Home } from '../home-data';
import styles from './browse.module.css';

/** Tells the viewer at the home who makes requests for them, and leads to where that ends. */
export function Assistants({ people }: { readonly people: Home['assistants'] }) {
  const names = useUserNames(people.map(({ id }) => id));
  const known = people.map(({ id }) => names.get(id) ?? '…');
  return (
    <p className={styles.open}>
      {t('portal.assistants.home', { names: known.join(', '), count: known.length })}{' '}
      <Link to="/requests/assistants">{t('portal.assistants.change')}</Link>
    </p>
  );
}
