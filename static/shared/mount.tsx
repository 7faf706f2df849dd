import '@atlaskit/css-reset';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../../src/kernel/text';
import { enableTheme, loadViewer } from './context';
import { ErrorBoundary } from './error-boundary';
import { loadTexts, readTextsIn, t, type TextSource } from './i18n';
import { sharedTexts } from './texts';
import './surface.css';

interface Surface {
  /** Key of the document's title. */
  readonly title: string;
  readonly texts: readonly TextSource[];
  readonly render: () => ReactNode;
}

/** Starts a screen: theme, viewer and texts first, so that the first paint is already right; then the screen in its `<main>`. */
export async function mountSurface({ title, texts, render }: Surface): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root".');
  const [{ locale, formatLocale }] = await Promise.all([loadViewer(), enableTheme()]);
  readTextsIn(languageOf(formatLocale));
  await loadTexts(locale, sharedTexts, ...texts);
  document.documentElement.lang = locale;
  document.title = t(title);
  createRoot(root).render(
    <StrictMode>
      <main>
        <ErrorBoundary>{render()}</ErrorBoundary>
      </main>
    </StrictMode>,
  );
}
