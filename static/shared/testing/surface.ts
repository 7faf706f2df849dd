import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setViewer, type Viewer } from '../context';
import { addTexts } from '../i18n';

const ALICE: Viewer = {
  accountId: 'alice',
  locale: 'en',
  formatLocale: 'en-GB',
  zone: 'Europe/Berlin',
  siteUrl: 'https://example.atlassian.net',
  moduleKey: 'pledge-portal',
  product: 'jira',
  extension: {},
};

/** Puts a component test where `mountSurface` puts a screen: a viewer, and the texts of every surface in their language. */
export function prepareSurface(differences: Partial<Viewer> = {}): Viewer {
  const viewer = { ...ALICE, ...differences };
  setViewer(viewer);
  const root = join(__dirname, '../..');
  for (const surface of readdirSync(root)) {
    const path = join(root, surface, 'locales', `${viewer.locale}.json`);
    if (existsSync(path))
      addTexts(viewer.locale, JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  }
  return viewer;
}
