import { Link } from 'wouter';
import { t } from '../../shared/i18n';
import type { Home } from '../home-data';
import { Categories } from './categories';
import { Drafts } from './drafts';
import { ItemTiles } from './item-tile';
import { Section } from './section';
import styles from './browse.module.css';

const MOST_POPULAR = 6;

/** The catalog without a search: what is under way, drafts, popular, recent, all categories. */
export function Browse({ home }: { readonly home: Home }) {
  const byId = new Map(home.items.map((item) => [item.id, item]));
  const cards = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const popular = cards(home.popular).slice(0, MOST_POPULAR);
  const recent = cards(home.recent).slice(0, 3);
  return (
    <>
      {home.openRequests > 0 && (
        <p className={styles.open}>
          <Link to="/requests">{t('portal.home.open', { count: home.openRequests })}</Link>
        </p>
      )}
      <Drafts drafts={home.drafts} items={byId} />
      {popular.length > 0 && (
        <Section title={t('portal.home.popular')}>
          <ItemTiles items={popular} />
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={t('portal.home.recent')}>
          <ItemTiles items={recent} />
        </Section>
      )}
      <Categories home={home} />
    </>
  );
}
