import type { ReactNode } from 'react';
import { api } from '../lib/api';
import { Link, useAddress } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { adminPageOf, useAppLinks } from './app-links';

function Item({
  href,
  exact = false,
  children,
}: {
  readonly href: string;
  readonly exact?: boolean;
  readonly children: ReactNode;
}) {
  const { pathname } = useAddress();
  const here = exact ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <li>
      <Link className="side-item" href={href} aria-current={here ? 'page' : undefined}>
        {children}
      </Link>
    </li>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="side-title">{title}</h2>
      <ul className="side-list">{children}</ul>
    </section>
  );
}

interface Named {
  readonly key: string;
  readonly name: string;
}

const loadProjects = async (): Promise<readonly Named[]> =>
  (await api<{ values: readonly Named[] }>('/rest/api/3/project/search')).values;
const loadSpaces = async (): Promise<readonly Named[]> =>
  (await api<{ results: readonly Named[] }>('/wiki/api/v2/spaces?limit=50')).results;

/** Projects or spaces, and the app's pages. */
export function SideBar({ product }: { readonly product: 'jira' | 'confluence' }) {
  const { person, administrator, modules } = useSite();
  const places = useLoad(`${product} ${person.accountId}`, product === 'jira' ? loadProjects : loadSpaces);
  const links = useAppLinks().filter((link) => link.product === product);
  const settings = adminPageOf(modules);
  return (
    <nav className="side" aria-label="Places">
      <ul className="side-list">
        <Item href={product === 'jira' ? '/jira' : '/wiki'} exact>
          For you
        </Item>
      </ul>
      <Section title={product === 'jira' ? 'Projects' : 'Spaces'}>
        {(places.value ?? []).map((place) => (
          <Item
            key={place.key}
            href={product === 'jira' ? `/jira/projects/${place.key}` : `/wiki/spaces/${place.key}`}
          >
            {place.name}
          </Item>
        ))}
        {places.error !== undefined && <li className="side-note">{places.error}</li>}
      </Section>
      <Section title="Apps">
        {links.flatMap((link) => [
          <Item key={link.href} href={link.href} exact>
            {link.title}
          </Item>,
          ...link.pages.map((page) => (
            <Item key={page.href} href={page.href}>
              <span className="side-nested">{page.title}</span>
            </Item>
          )),
        ])}
      </Section>
      {product === 'jira' && administrator && settings && (
        <Section title="Settings">
          <Item href="/jira/settings/apps/pledge">{settings.title}</Item>
        </Section>
      )}
    </nav>
  );
}
