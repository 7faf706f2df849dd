import * as v from 'valibot';
import type { Fulfilment } from '../../../src/catalog/domain/model';
import { askJira } from '../../shared/product';
import { useLoad } from '../../shared/use-load';

export interface TypeStatus {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** A work type of a space, with the statuses its work items can be in, in the workflow's order. */
export interface SpaceType {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly TypeStatus[];
}

const Types = v.array(
  v.object({
    id: v.string(),
    name: v.optional(v.string(), ''),
    subtask: v.optional(v.boolean(), false),
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

/** The work types of a space that stand for themselves, as Jira answers them. Throws `ProductFailed`. */
export async function loadSpaceTypes(projectId: string): Promise<readonly SpaceType[]> {
  if (projectId === '') return [];
  const types = await askJira(`/rest/api/3/project/${encodeURIComponent(projectId)}/statuses`, Types);
  return types
    .filter(({ subtask }) => !subtask)
    .map(({ id, name, statuses }) => ({
      id,
      name,
      statuses: statuses.map((status) => ({
        id: status.id,
        name: status.name,
        category: status.statusCategory.key,
      })),
    }));
}

/** The work types of a space that stand for themselves; none until Jira has told them. */
export function useSpaceTypes(projectId: string): readonly SpaceType[] {
  const { loaded } = useLoad(projectId, () => loadSpaceTypes(projectId));
  return loaded.state === 'ready' ? loaded.value : [];
}

/** The statuses of one of these types; none for one that is not among them. */
export const statusesIn = (types: readonly SpaceType[], issueTypeId: string): readonly TypeStatus[] =>
  types.find(({ id }) => id === issueTypeId)?.statuses ?? [];

/** The statuses that work items of a space and type can be in; none until Jira has told them. */
export const useTypeStatuses = ({
  projectId,
  issueTypeId,
}: Pick<Fulfilment, 'projectId' | 'issueTypeId'>): readonly TypeStatus[] =>
  statusesIn(useSpaceTypes(projectId), issueTypeId);
