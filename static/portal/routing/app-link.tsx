import type { MouseEvent, ReactNode } from 'react';
import type { Route } from './route';
import { useRouter } from './router';

interface Props {
  readonly to: Route;
  readonly className?: string | undefined;
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link to another page of the portal; it can be opened in a new tab like any other. */
export function AppLink({ to, className, isCurrent = false, children }: Props) {
  const { go, hrefOf } = useRouter();
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={hrefOf(to)}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
