import type { ReactNode } from 'react';
import { issueUrl, openInNewTab } from './navigation';

interface Props {
  readonly issueKey: string;
  /** What is shown of it; its key when left out. */
  readonly children?: ReactNode;
}

/** A link that opens a work item in a new tab. */
export function IssueLink({ issueKey, children = issueKey }: Props) {
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
      {children}
    </a>
  );
}
