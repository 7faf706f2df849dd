import { useEffect, useState } from 'react';
import { askNames, nameOf } from './user-name';

/** Names of people as Jira tells them to the viewer, by account id; those it does not tell are not there. */
export function useUserNames(accountIds: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = [...new Set(accountIds)].filter(Boolean).sort().join(' ');
  useEffect(() => {
    let isHere = true;
    const ids = wanted.split(' ').filter(Boolean);
    askNames(ids);
    const asked = ids.map((id) =>
      nameOf(id).then(
        (name) => (name === null ? [] : [[id, name] as const]),
        () => [],
      ),
    );
    void Promise.all(asked).then((found) => {
      if (isHere) setNames(new Map(found.flat()));
    });
    return () => {
      isHere = false;
    };
  }, [wanted]);
  return names;
}
