import * as v from 'valibot';
import type { Fulfilment } from '../../../src/catalog/domain/model';
import { askJira } from '../../shared/product';
import { useLoad } from '../../shared/use-load';

export interface TypeStatus {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

const Types = v.array(
  v.object({
    id: v.string(),
    statuses: v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        statusCategory: v.object({
          key: v.fallback(v.picklist(['new', 'indeterminate', 'done']), 'indeterminate'),
        }),
      }),
    ),
  }),
);

async function load(projectId: string, issueTypeId: string): Promise<readonly TypeStatus[]> {
  if (projectId === '' || issueTypeId === '') return [];
  const types = await askJira(`/rest/api/3/project/${encodeURIComponent(projectId)}/statuses`, Types);
  const statuses = types.find(({ id }) => id === issueTypeId)?.statuses ?? [];
  return statuses.map(({ id, name, statusCategory }) => ({ id, name, category: statusCategory.key }));
}

/** The statuses that work items of a space and type can be in, in the workflow's order; none until Jira has told them. */
export function useTypeStatuses({
  projectId,
  issueTypeId,
}: Pick<Fulfilment, 'projectId' | 'issueTypeId'>): readonly TypeStatus[] {
  const { loaded } = useLoad(`${projectId}:${issueTypeId}`, () => load(projectId, issueTypeId));
  return loaded.state === 'ready' ? loaded.value : [];
}
