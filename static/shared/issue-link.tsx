import { issueUrl, openInNewTab } from './navigation';

/** A work item by its key, which opens it in a new tab. */
export function IssueLink({ issueKey }: { readonly issueKey: string }) {
  const url = issueUrl(issueKey);
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void openInNewTab(url);
      }}
    >
      {issueKey}
    </a>
  );
}
