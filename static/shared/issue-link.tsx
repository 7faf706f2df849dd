import type { ReactNode } from 'react';
import { issueUrl } from './navigation';
import { NewTabLink } from './new-tab-link';

interface Props {
  readonly issueKey: string;
  /** What is shown of it; its key when left out. */
  readonly children?: ReactNode;
}

/** A link that opens a work item in a new tab. */
export const IssueLink = ({ issueKey, children = issueKey }: Props) => (
  <NewTabLink url={issueUrl(issueKey)}>{children}</NewTabLink>
);
