import { useState } from 'react';
import { api, path } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { go } from '../lib/router';
import { useLoad } from '../lib/use-load';
import { docOf } from '../../products/shared/adf';
import { Choice } from './options';
import type { Named } from './types';

interface Choices {
  readonly projects: readonly { readonly id: string; readonly key: string; readonly name: string }[];
  readonly types: readonly Named[];
  readonly priorities: readonly Named[];
}

async function loadChoices(project: string): Promise<Choices> {
  const [projects, types, priorities] = await Promise.all([
    api<{ values: Choices['projects'] }>('/rest/api/3/project/search'),
    api<{ issueTypes: readonly (Named & { subtask: boolean })[] }>(
      `/rest/api/3/issue/createmeta/${project}/issuetypes`,
    ),
    api<{ values: readonly Named[] }>('/rest/api/3/priority/search'),
  ]);
  return {
    projects: projects.values,
    types: types.issueTypes.filter((type) => !type.subtask),
    priorities: priorities.values,
  };
}

interface Fields {
  readonly fields: readonly {
    readonly fieldId: string;
    readonly name: string;
    readonly required: boolean;
    readonly allowedValues?: readonly { readonly id: string; readonly value?: string }[];
  }[];
}

/** The custom fields without which the space takes nothing of this type, as far as they are choices. */
function Required({ project, type }: { readonly project: string; readonly type: string }) {
  const at = path`/rest/api/3/issue/createmeta/${project}/issuetypes/${type}?maxResults=200`;
  const { fields } = useLoad(at, () => api<Fields>(at)).value ?? { fields: [] };
  return fields
    .filter(({ fieldId, required }) => required && fieldId.startsWith('customfield_'))
    .map(({ fieldId, name, allowedValues = [] }) => (
      <Choice
        key={fieldId}
        label={name}
        name={fieldId}
        of={allowedValues.map(({ id, value = id }) => ({ id, name: value }))}
      />
    ));
}

/** A plain new issue, without the catalog. */
export function CreateIssue({ project }: { readonly project: string }) {
  const [type, setType] = useState<string>();
  const loaded = useLoad(project, () => loadChoices(project));
  const create = async (data: FormData) => {
    const text = (name: string): string => textOf(data, name);
    const fields = {
      project: { key: project },
      issuetype: { id: text('type') },
      summary: text('summary'),
      priority: { id: text('priority') },
      ...Object.fromEntries(
        [...data.keys()].flatMap((id) => (id.startsWith('customfield_') ? [[id, { id: text(id) }]] : [])),
      ),
      ...(text('description') === '' ? {} : { description: docOf(text('description')) }),
    };
    go(`/browse/${(await api<{ key: string }>('/rest/api/3/issue', { body: { fields } })).key}`);
  };
  return (
    <div className="page">
      <h1>Create a work item</h1>
      <Show of={loaded}>
        {({ projects, types, priorities }) => (
          <Form className="form" onSubmit={create}>
            <Choice
              label="Project"
              value={project}
              onChange={({ target }) => go(`/jira/create?project=${target.value}`, { replace: true })}
              of={projects.map(({ key, name }) => ({ id: key, name }))}
            />
            <Choice label="Type" name="type" onChange={({ target }) => setType(target.value)} of={types} />
            <label>
              Summary
              <input name="summary" required maxLength={255} />
            </label>
            <Choice label="Priority" name="priority" defaultValue="3" of={priorities} />
            <Required project={project} type={type ?? types[0]?.id ?? ''} />
            <label>
              Description
              <textarea name="description" rows={5} />
            </label>
            <Button look="primary" type="submit">
              Create
            </Button>
          </Form>
        )}
      </Show>
    </div>
  );
}
