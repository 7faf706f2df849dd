import { useEffect, useState } from 'react';
import { SideBar } from './chrome/side-bar';
import { TopBar } from './chrome/top-bar';
import { Inspector } from './inspector/inspector';
import { Page } from './page';
import { useAddress } from './lib/router';
import { useSite } from './lib/site';

/** The frame around every page: bar above, product's places at the side, inspector at the right. */
export function App() {
  const [inspecting, setInspecting] = useState(false);
  const address = useAddress();
  const { person, version } = useSite();
  const product = address.pathname.startsWith('/wiki') ? 'confluence' : 'jira';
  useEffect(() => {
    document.title = `${product === 'jira' ? 'Jira' : 'Confluence'} · Local site`;
  }, [product]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <TopBar product={product} inspecting={inspecting} onInspect={() => setInspecting((open) => !open)} />
      <div className="below">
        <SideBar product={product} />
        <main id="content" tabIndex={-1} key={`${person.accountId}`} data-version={version}>
          <Page pathname={address.pathname} search={address.searchParams} />
        </main>
        {inspecting && <Inspector onClose={() => setInspecting(false)} />}
      </div>
    </>
  );
}
