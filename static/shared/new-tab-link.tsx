import type { ReactNode } from 'react';
import { openInNewTab } from './navigation';

interface Props {
  readonly url: string;
  readonly children: ReactNode;
}

/** A link that opens a page in a new tab; the product asks before it leaves the site. */
export const NewTabLink = ({ url, children }: Props) => (
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
