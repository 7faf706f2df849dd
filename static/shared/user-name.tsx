import { useEffect, useState } from 'react';
import { isFormer } from '../../src/kernel/former-people';
import { readUser, readUsers } from './user-picker/users';

const names = new Map<string, Promise<string | null>>();

/** The name of one, asked once; `null` where Jira, asked for many, does not tell of them. */
export function nameOf(accountId: string): Promise<string | null> {
  const known = names.get(accountId);
  if (known !== undefined) return known;
  const asked = readUser(accountId).then((user) => user.displayName);
  names.set(accountId, asked);
  asked.catch(() => names.delete(accountId));
  return asked;
}

/** Asks for the names of many at once, before they are shown one by one. */
export function askNames(accountIds: readonly string[]): void {
  const open = [...new Set(accountIds)].filter((id) => id !== '' && !names.has(id) && !isFormer(id));
  const asked = readUsers(open).then(
    (users) => new Map(users.map((user) => [user.accountId, user.displayName])),
  );
  for (const id of open) {
    const name = asked.then((found) => found.get(id) ?? null);
    names.set(id, name);
    name.catch(() => names.delete(id));
  }
}

/** The name of a person as Jira tells it to the viewer; a dash when it does not, and dots until then. */
export function useUserName(accountId: string): string {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    nameOf(accountId).then(
      (value) => wanted && setName(value ?? '—'),
      () => wanted && setName('—'),
    );
    return () => {
      wanted = false;
    };
  }, [accountId]);
  return name ?? '…';
}

/** The same as a part of a text. */
export const UserName = ({ accountId }: { readonly accountId: string }) => <>{useUserName(accountId)}</>;
