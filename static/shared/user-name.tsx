import { useEffect, useState } from 'react';
import { readUser } from './user-picker/users';

const names = new Map<string, Promise<string>>();

function nameOf(accountId: string): Promise<string> {
  const known = names.get(accountId);
  if (known !== undefined) return known;
  const asked = readUser(accountId).then((user) => user.displayName);
  names.set(accountId, asked);
  asked.catch(() => names.delete(accountId));
  return asked;
}

/** The name of a person as Jira tells it to the viewer; a dash when it does not. */
export function UserName({ accountId }: { readonly accountId: string }) {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    nameOf(accountId).then(
      (value) => wanted && setName(value),
      () => wanted && setName('—'),
    );
    return () => {
      wanted = false;
    };
  }, [accountId]);
  return <>{name ?? '…'}</>;
}
