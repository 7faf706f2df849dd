import { useCallback } from 'react';
import { findGroups } from '../../shared/groups';
import { useLoad } from '../../shared/use-load';

/** A group a definition names. `gone`: Jira has none of that id or name, so it was deleted, renamed or misspelt. */
export interface NamedGroup {
  readonly name: string;
  readonly gone: boolean;
}

/**
 * What groups are called today, by the id or name a definition has for them. One Jira has not told of yet, or may not
 * tell the viewer of, stands for itself and is not said to be gone.
 */
export function useGroups(named: readonly string[]): (group: string) => NamedGroup {
  const wanted = [...new Set(named)].sort();
  const { loaded } = useLoad(JSON.stringify(wanted), async () =>
    wanted.length === 0 ? [] : findGroups(wanted),
  );
  return useCallback(
    (group) => {
      if (loaded.state !== 'ready') return { name: group, gone: false };
      const found = loaded.value.find(({ groupId, name }) => groupId === group || name === group);
      return { name: found?.name ?? group, gone: found === undefined };
    },
    [loaded],
  );
}
