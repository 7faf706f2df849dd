import { useState } from 'react';
import { go, useAddress } from '../lib/router';
import { useModules } from '../lib/site';
import { SurfaceFrame } from './surface-frame';

interface AppPageProps {
  readonly type: 'jira:globalPage' | 'jira:adminPage' | 'confluence:globalPage';
  /** Where the module's page is on this site; its own routes follow. */
  readonly base: string;
}

/** A whole page of the app; its own history is kept in the address. */
export function AppPage({ type, base }: AppPageProps) {
  const address = useAddress();
  // As the product says it when the page is opened; moves within it are told by the history.
  const [location] = useState(window.location.href);
  const module = useModules(type)[0];
  if (!module) return <p className="notice">The app has no page here.</p>;
  const inside = `${address.pathname.slice(base.length) || '/'}${address.search}${address.hash}`;
  const onHistory = (path: string, action: 'push' | 'replace') => {
    const target = `${base}${path === '/' ? '' : path}`;
    if (target !== `${address.pathname}${address.search}${address.hash}`)
      go(target, { replace: action === 'replace' });
  };
  return (
    <div className={type === 'jira:adminPage' ? 'app-page app-page-admin' : 'app-page'}>
      <h1 className="visually-hidden">{module.title}</h1>
      <SurfaceFrame
        key={base}
        module={module}
        extension={{ location }}
        title={module.title}
        height="fill"
        path={inside}
        onHistory={onHistory}
      />
    </div>
  );
}
