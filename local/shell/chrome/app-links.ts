import { type Module, useSite } from '../lib/site';

export interface AppLink {
  readonly title: string;
  readonly href: string;
  readonly product: 'jira' | 'confluence';
  readonly pages: readonly { readonly title: string; readonly href: string }[];
}

/** The app's page among Jira's settings. One that is the app's configuration is behind its entry among the apps instead. */
export const adminPageOf = (modules: readonly Module[]): Module | undefined =>
  modules.find(({ type, raw }) => type === 'jira:adminPage' && raw['useAsConfig'] !== true);

/** Where the app's own pages are in both products. */
export function useAppLinks(): readonly AppLink[] {
  const { modules, confluenceConnected } = useSite();
  return modules.flatMap((module): readonly AppLink[] => {
    if (module.type === 'jira:globalPage') {
      const href = '/jira/apps/pledge';
      return [
        {
          title: module.title,
          href,
          product: 'jira',
          pages: module.pages.map((page) => ({ title: page.title, href: `${href}/${page.route}` })),
        },
      ];
    }
    if (module.type === 'confluence:globalPage' && confluenceConnected) {
      return [{ title: module.title, href: '/wiki/apps/pledge', product: 'confluence', pages: [] }];
    }
    return [];
  });
}
