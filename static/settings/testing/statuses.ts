/** Statuses of a work type: as the settings have them, and as Jira tells of them. */
import type { TypeStatus } from '../directory/use-space-types';

export const status = (id: string, name: string, category: TypeStatus['category']): TypeStatus => ({
  id,
  name,
  category,
});

export const inJira = ({ id, name, category }: TypeStatus) => ({
  id,
  name,
  statusCategory: { key: category },
});

/** Those of Jira's simplest workflow. */
export const SIMPLE: readonly TypeStatus[] = [
  status('1', 'To Do', 'new'),
  status('2', 'In Progress', 'indeterminate'),
  status('3', 'Done', 'done'),
];
