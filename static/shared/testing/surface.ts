import { setViewer, type Viewer } from '../context';
import { languageOf } from '../../../src/kernel/text';
import { addTexts, readTextsIn } from '../i18n';
import { cataloguesIn } from './catalogues';

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
  readTextsIn(viewer.locale === 'ru' ? 'ru' : languageOf(viewer.formatLocale));
  for (const texts of cataloguesIn(viewer.locale).values()) addTexts(viewer.locale, texts);
  return viewer;
}
