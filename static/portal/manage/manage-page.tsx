import { lazy, Suspense, useEffect } from 'react';
import { ErrorView } from '../../shared/error-view';
import { rightsOf } from '../../settings/rights';
import { loadTexts, locale } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useHome } from '../home-data';
import { Refused } from './refused';

async function loadSettings() {
  const [{ Settings }, { settingsTexts }] = await Promise.all([
    import('../../settings/app'),
    import('../../settings/texts'),
  ]);
  await loadTexts(locale(), settingsTexts);
  return { default: Settings };
}

const Settings = lazy(loadSettings);

/** The settings for people with one of the app's roles; others are told which they would need. */
export function ManagePage() {
  const { loaded, reload } = useHome();
  // Their files come while it is asked who looks; one that does not come is asked for again below.
  useEffect(() => void loadSettings().catch(() => undefined), []);
  if (loaded.state === 'loading') return <SkeletonLines height={320} />;
  if (loaded.state === 'error') return <ErrorView error={loaded.error} onRetry={reload} />;
  const { me, confluence } = loaded.value;
  if (!rightsOf(me).readAny) return <Refused />;
  return (
    <Suspense fallback={<SkeletonLines height={320} />}>
      <Settings me={{ ...me, confluence }} />
    </Suspense>
  );
}
