import { startTransition, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useAddressParam } from '../../kit/address/use-address-param';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { shownNow } from '../announcements/announced';
import { LazyAnnouncements } from '../announcements/lazy';
import type { Home } from '../home-data';
import { Assistants } from './assistants';
import { Categories } from './categories';
import { Drafts } from './drafts';
import { ItemTiles } from './item-tile';
import { Section } from './section';
import { shortcutsOf } from './shortcuts';
import { Waiting } from './waiting';
import styles from './browse.module.css';

/** The catalog without a search: what waits for the viewer, what they began, short ways to items, all categories. */
export function Browse({ home }: { readonly home: Home }) {
  const byId = new Map(home.items.map((item) => [item.id, item]));
  const told = shownNow(home, useNow());
  const isBegun = useBegun();
  // An opened category tells by itself what is about it.
  const isOpened = useAddressParam('category')[0] !== '';
  return (
    <>
      <Waiting home={home} items={byId} />
      {home.assistants.length > 0 && <Assistants people={home.assistants} />}
      <LazyAnnouncements announced={isOpened ? told.filter(({ everywhere }) => everywhere) : told} />
      {home.solved.map(({ id, name, undone }) => (
        <p key={id} className={styles.open}>
          {t(undone ? 'portal.home.undone' : 'portal.home.solved', { name: localized(name) })}
        </p>
      ))}
      {home.openRequests > 0 && (
        <p className={styles.open}>
          <Link to="/requests">{t('portal.home.open', { count: home.openRequests })}</Link>
        </p>
      )}
      <Drafts drafts={home.drafts} items={byId} />
      {shortcutsOf(home, byId).map(({ title, items }) => (
        <Section key={title} title={t(title)}>
          <ItemTiles items={items} />
        </Section>
      ))}
      {isBegun && <Categories home={home} />}
    </>
  );
}

let wasDrawn = false;

/** False when the page has just begun: what stands below its first screen is drawn after it, in pieces that let keys through. */
function useBegun(): boolean {
  const [isBegun, setBegun] = useState(wasDrawn);
  useEffect(() => {
    wasDrawn = true;
    startTransition(() => setBegun(true));
  }, []);
  return isBegun;
}
