import { CreateIssue } from './jira/create-issue';
import { Home } from './jira/home';
import { IssueSearch } from './jira/issue-search';
import { IssueView } from './jira/issue-view';
import { AppPage } from './frame/app-page';
import { Mailbox } from './mail/mailbox';
import { PageEdit } from './wiki/page-edit';
import { PageView } from './wiki/page-view';
import { SpaceHome } from './wiki/space-home';
import { WikiHome } from './wiki/wiki-home';
import { WikiSearch } from './wiki/wiki-search';

interface PageProps {
  readonly pathname: string;
  readonly search: URLSearchParams;
}

/** Which page an address shows. */
export function Page({ pathname, search }: PageProps) {
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = parts;
  if (first === 'browse' && second) return <IssueView key={second} issueKey={second} />;
  if (first === 'mail') return <Mailbox accountId={second || undefined} />;
  if (first === 'wiki') {
    if (second === 'apps') return <AppPage type="confluence:globalPage" base={`/wiki/apps/${third}`} />;
    if (second === 'search') return <WikiSearch text={search.get('text') ?? ''} />;
    if (second === 'spaces' && fourth === 'pages' && fifth === 'new')
      return <PageEdit spaceKey={third} parentId={search.get('parent') ?? undefined} />;
    if (second === 'spaces' && fourth === 'pages' && parts[5] === 'edit')
      return <PageEdit key={fifth} spaceKey={third} pageId={fifth} />;
    if (second === 'spaces' && fourth === 'pages' && fifth) return <PageView key={fifth} pageId={fifth} />;
    if (second === 'spaces' && third) return <SpaceHome spaceKey={third} />;
    return <WikiHome />;
  }
  if (second === 'search')
    return (
      <IssueSearch
        key={search.get('jql') ?? ''}
        jql={search.get('jql') ?? 'created >= -30d order by created desc'}
        title="Search"
      />
    );
  if (second === 'projects' && third)
    return (
      <IssueSearch
        key={third}
        jql={`project = ${third} order by created desc`}
        title={third}
        project={third}
      />
    );
  if (second === 'create') return <CreateIssue project={search.get('project') ?? 'IT'} />;
  if (second === 'apps')
    return (
      <AppPage
        type="jira:globalPage"
        base={`/jira/apps/${third === 'pledge' || !fourth ? third : `${third}/${fourth}`}`}
      />
    );
  if (second === 'settings') return <AppPage type="jira:adminPage" base={`/jira/settings/apps/${fourth}`} />;
  return <Home />;
}
