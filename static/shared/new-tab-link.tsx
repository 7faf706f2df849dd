import type { AnchorHTMLAttributes } from 'react';
import { openInNewTab } from './navigation';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly url: string;
}

/** A link that opens a page in a new tab; the product asks before it leaves the site. */
export const NewTabLink = ({ url, children, ...rest }: Props) => (
  <a
    {...rest}
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
