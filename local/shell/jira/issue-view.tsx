import { useState } from 'react';
import { emitFrameEvent } from '../../forge/bridge-parent/index';
import { api, path } from '../lib/api';
import { InPlace } from '../lib/in-place';
import { Show } from '../lib/parts';
import { Link } from '../lib/router';
import { useSite } from '../lib/site';
import { useLoad } from '../lib/use-load';
import { Activity } from './activity';
import { Adf } from './adf';
import { Details } from './details';
import { Links } from './links';
import { IssuePanels } from './issue-panels';
import { MoveSpace } from './move-space';
import { StatusMenu } from './status-menu';
import type { Issue } from './types';

/** One issue: what it says, what happened, what can be done, and the app's panels. */
export function IssueView({ issueKey }: { readonly issueKey: string }) {
  const { version, person, changed } = useSite();
  const [round, setRound] = useState(0);
  const loaded = useLoad(`${issueKey} ${person.accountId} ${version} ${round}`, () =>
    api<Issue>(path`/rest/api/3/issue/${issueKey}?expand=names,schema,changelog`),
  );
  const shown = loaded.loading ? { ...loaded, value: loaded.stale } : loaded;
  const touched = (issue: Issue) => {
    setRound((count) => count + 1);
    changed();
    // What Jira tells the apps' frames on the page; they decide what to read again.
    emitFrameEvent('JIRA_ISSUE_CHANGED', {
      issueId: issue.id,
      projectId: issue.fields.project.id,
      changes: [],
    });
  };
  const rename = async (issue: Issue, summary: string) => {
    const body = { fields: { summary } };
    await api(path`/rest/api/3/issue/${issueKey}`, { method: 'PUT', body });
    touched(issue);
  };
  return (
    <Show of={shown}>
      {(issue) => (
        <div className="page page-issue">
          <nav aria-label="Breadcrumb" className="crumbs">
            <Link href="/jira">Projects</Link> /{' '}
            <Link href={`/jira/projects/${issue.fields.project.key}`}>{issue.fields.project.name}</Link> /{' '}
            {issue.key}
          </nav>
          <div className="issue">
            <article className="issue-main">
              <div className="page-head">
                <InPlace
                  label="Summary"
                  value={issue.fields.summary}
                  edit="Edit summary"
                  onSave={(summary) => rename(issue, summary)}
                >
                  <h1>{issue.fields.summary}</h1>
                </InPlace>
              </div>
              <section>
                <h2>Description</h2>
                {issue.fields.description ? (
                  <div className="prose">
                    <Adf node={issue.fields.description} />
                  </div>
                ) : (
                  <p className="quiet">No description.</p>
                )}
              </section>
              <Links issue={issue} onChanged={() => touched(issue)} />
              <Activity issue={issue} onChanged={() => touched(issue)} />
            </article>
            <aside className="issue-side" aria-label="Details and apps">
              <StatusMenu issue={issue} onChanged={() => touched(issue)} />
              <IssuePanels issue={issue} onChanged={() => touched(issue)} />
              <Details issue={issue} onChanged={() => touched(issue)} />
              <MoveSpace issue={issue} />
            </aside>
          </div>
        </div>
      )}
    </Show>
  );
}
