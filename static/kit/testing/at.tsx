import { type ReactNode, useState } from 'react';
import { Addressed } from '../address/address-router';
import { ownHistory, type PageHistory } from '../address/page-history';

interface Props {
  /** Where the screen begins. */
  readonly path?: string;
  /** For tests that look at where it went. */
  readonly history?: PageHistory;
  readonly children: ReactNode;
}

/** Puts a component where a product would, with an address of its own. */
export function At({ path = '/', history, children }: Props) {
  const [own] = useState(() => history ?? ownHistory(path));
  return <Addressed history={own}>{children}</Addressed>;
}
