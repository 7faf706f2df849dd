import type { ReactNode } from 'react';
import { ago, dateTime } from '../lib/format';
import { Avatar } from '../lib/parts';
import { useSite } from '../lib/site';
import type { UserBean } from './types';

interface DoneProps {
  readonly by: UserBean | null | undefined;
  readonly at: string;
  /** Who alone may read it. */
  readonly limit?: string | undefined;
  readonly children: ReactNode;
}

/** Something that somebody did at some time. */
export function Done({ by, at, limit, children }: DoneProps) {
  const { person, clock } = useSite();
  const name = by?.displayName ?? 'App';
  return (
    <li className={limit ? 'feed-item feed-internal' : 'feed-item'}>
      <Avatar name={name} />
      <div>
        <p>
          <strong>{name}</strong>{' '}
          <time dateTime={at} title={dateTime(at, person)} className="quiet">
            {ago(at, clock.now(), person)}
          </time>{' '}
          {limit && <span className="tag tag-warning">{limit}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}
