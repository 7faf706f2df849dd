import { useState } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { go } from '../lib/router';
import { useLoad } from '../lib/use-load';
import { Choice } from './options';
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
  const spaces = useLoad('spaces', () => api<{ values: readonly Space[] }>('/rest/api/3/project/search'));
  const others = (spaces.value?.values ?? []).filter(({ key }) => key !== issue.fields.project.key);
  const move = async (data: FormData) => {
    const status = textOf(data, 'status');
    const body = { issueKey: issue.key, space, issueType: textOf(data, 'type'), ...(status && { status }) };
    go(`/browse/${(await api<{ key: string }>('/__local/move', { body })).key}`);
  };
  return (
    <details className="box">
      <summary>Move to another space</summary>
      <Form className="form" onSubmit={move}>
        <Choice
          label="Space"
          value={space}
          onChange={({ target }) => setSpace(target.value)}
          of={others.map(({ key, name }) => ({ id: key, name }))}
        >
          <option value="">Choose one</option>
        </Choice>
        {space !== '' && <Target key={space} space={space} issue={issue} />}
      </Form>
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
            <Choice
              label="Type"
              name="type"
              value={type?.id}
              onChange={({ target }) => setChosen(target.value)}
              of={offered}
            />
            <Choice label="Status" name="status" key={type?.id} of={type?.statuses ?? []}>
              {known && <option value="">{issue.fields.status.name} (as it is)</option>}
            </Choice>
            <Button look="primary" type="submit">
              Move
            </Button>
          </>
        );
      }}
    </Show>
  );
}
