import { api } from '../lib/api';
import { Form, textOf } from '../lib/form';
import { Button, Show } from '../lib/parts';
import { go } from '../lib/router';
import { useLoad } from '../lib/use-load';
import { docOf } from '../../products/shared/adf';
import { Options } from './options';
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

/** A plain new issue, without the catalog. */
export function CreateIssue({ project }: { readonly project: string }) {
  const loaded = useLoad(project, () => loadChoices(project));
  const create = async (data: FormData) => {
    const text = (name: string): string => textOf(data, name);
    const fields = {
      project: { key: project },
      issuetype: { id: text('type') },
      summary: text('summary'),
      priority: { id: text('priority') },
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
            <label>
              Project
              <select
                value={project}
                onChange={(event) => go(`/jira/create?project=${event.target.value}`, { replace: true })}
              >
                <Options of={projects.map(({ key, name }) => ({ id: key, name }))} />
              </select>
            </label>
            <label>
              Type
              <select name="type">
                <Options of={types} />
              </select>
            </label>
            <label>
              Summary
              <input name="summary" required maxLength={255} />
            </label>
            <label>
              Priority
              <select name="priority" defaultValue="3">
                <Options of={priorities} />
              </select>
            </label>
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
