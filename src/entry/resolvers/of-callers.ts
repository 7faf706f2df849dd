/** What one process keeps of those who call it. */
import { getAppContext } from '@forge/api';
import type { Caller } from '../../platform/identity/caller';

/** Whoever called least lately is forgotten first. */
const MOST = 2_000;

export type Who = Pick<Caller, 'accountId'>;

/** Values by caller, per site, as a process may serve several; `what` tells apart several of one caller. */
export function ofCallers<T>() {
  const kept = new Map<string, T>();
  const keyOf = ({ accountId }: Who, what: string): string =>
    `${getAppContext().installationAri.toString()} ${accountId} ${what}`;
  return {
    of: (caller: Who, what = ''): T | undefined => kept.get(keyOf(caller, what)),
    keep(caller: Who, value: T, what = ''): void {
      const key = keyOf(caller, what);
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > MOST) kept.delete([...kept.keys()][0] ?? '');
    },
    drop: (): void => kept.clear(),
  };
}
