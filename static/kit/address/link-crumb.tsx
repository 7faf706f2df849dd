import { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useLocation, useRouter } from 'wouter';

/** A step of the way that leads to a page: a link like any other. The page itself is no step: its title stands below. */
export function LinkCrumb({ to, text }: { readonly to: string; readonly text: string }) {
  const [, go] = useLocation();
  const { hrefs, base } = useRouter();
  return (
    <BreadcrumbsItem
      text={text}
      href={hrefs(base + to)}
      onClick={(event) => {
        event.preventDefault();
        go(to);
      }}
    />
  );
}
