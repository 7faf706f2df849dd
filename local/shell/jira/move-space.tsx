import { useState } from 'react';
import { api, messageOf, path } from '../lib/api';
import { textOf } from '../lib/form';
import { Problem, Show } from '../lib/parts';
import { go } from '../lib/router';
import { useLoad } from '../lib/use-load';
import type { Issue, Named } from './types';

interface Space extends Named {
  readonly key: string;
}
interface TypeThere extends Named {
  readonly subtask: boolean;
  readonly statuses: readonly Named[];
}

/** Takes the issue to another space, under a type and a status of there. */
export function MoveSpace({ issue }: { readonly issue: Issue }) {
  const [space, setSpace] = useState('');
  const [problem, setProblem] = useState<string>();
  const spaces = useLoad('spaces', () => api<{ values: readonly Space[] }>('/rest/api/3/project/search'));
  const move = async (data: FormData) => {
    try {
      const status = textOf(data, 'status');
      const body = { issueKey: issue.key, space, issueType: textOf(data, 'type'), ...(status && { status }) };
      go(`/browse/${(await api<{ key: string }>('/__local/move', { body })).key}`);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <details className="box">
      <summary>Move to another space</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void move(new FormData(event.currentTarget));
        }}
      >
        {problem && <Problem>{problem}</Problem>}
        <label>
          Space
          <select value={space} onChange={({ target }) => setSpace(target.value)}>
            <option value="">Choose one</option>
            {(spaces.value?.values ?? [])
              .filter(({ key }) => key !== issue.fields.project.key)
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        {space !== '' && <Target key={space} space={space} issue={issue} />}
      </form>
    </details>
  );
}

function Target({ space, issue }: { readonly space: string; readonly issue: Issue }) {
  const [chosen, setChosen] = useState(issue.fields.issuetype.id);
  const types = useLoad(space, () => api<readonly TypeThere[]>(path`/rest/api/3/project/${space}/statuses`));
  return (
    <Show of={types}>
      {(all) => {
        const offered = all.filter(({ subtask }) => !subtask);
        const type = offered.find(({ id }) => id === chosen) ?? offered[0];
        const known = type?.statuses.some(({ id }) => id === issue.fields.status.id) ?? false;
        return (
          <>
            <label>
              Type
              <select name="type" value={type?.id} onChange={({ target }) => setChosen(target.value)}>
                {offered.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              Status
              <select name="status" key={type?.id}>
                {known && <option value="">{issue.fields.status.name} (as it is)</option>}
                {type?.statuses.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button button-primary">
              Move
            </button>
          </>
        );
      }}
    </Show>
  );
}
