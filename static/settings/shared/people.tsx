import { Fragment } from 'react';
import { UserName } from '../../shared/user-name';

/** Names of people with commas between them; a dash for nobody. */
export const People = ({ accountIds }: { readonly accountIds: readonly string[] }) =>
  accountIds.length === 0 ? (
    '–'
  ) : (
    <>
      {accountIds.map((accountId, at) => (
        <Fragment key={accountId}>
          {at > 0 && ', '}
          <UserName accountId={accountId} />
        </Fragment>
      ))}
    </>
  );
