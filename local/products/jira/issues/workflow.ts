import { type Actor } from '../../../kernel/types.ts';
import { project, status, type Status, workflowOf } from '../catalog/catalog.ts';
import { can } from '../permissions/can.ts';
import { type Site } from '../site.ts';
import { type IssueRow } from './row.ts';

export interface Transition {
  readonly id: string;
  readonly name: string;
  /** Status ids it starts from; null = any. */
  readonly sources: readonly string[] | null;
  readonly target: Status;
  readonly screen: readonly string[];
  /** Ids of the fields of its screen that must have a value. */
  readonly required: readonly string[];
  /** Id of the resolution it sets by itself. */
  readonly resolution: string | null;
  /** What the approval of its status makes of it, if one does. */
  readonly approval: 'approved' | 'declined' | null;
}

interface Row extends Pick<Transition, 'id' | 'name' | 'resolution' | 'approval'> {
  readonly sources: string | null;
  readonly target: string;
  readonly screen: string;
  readonly required: string;
}

function toTransition(site: Site, row: Row): Transition {
  const target = status(site, row.target);
  if (!target) throw new Error(`The transition ${row.name} leads to a status that does not exist.`);
  const sources = row.sources === null ? null : (JSON.parse(row.sources) as string[]);
  const screen = JSON.parse(row.screen) as string[];
  return { ...row, sources, target, screen, required: JSON.parse(row.required) as string[] };
}

/** The transitions open to the actor from where the issue is, none that an approval takes; none without the permission. */
export function openTransitions(site: Site, actor: Actor, row: IssueRow): Transition[] {
  if (!can(site, actor, 'TRANSITION_ISSUES', row.project_id, row)) return [];
  // Only service projects hold issues to approvals.
  const held = project(site, String(row.project_id))?.type === 'service_desk';
  return transitionsFrom(site, row).filter((one) => !(held && one.approval));
}

/** The transitions of the workflow from where the issue is. */
export function transitionsFrom(site: Site, row: IssueRow): Transition[] {
  const workflow = workflowOf(site, row.project_id, row.type_id);
  if (!workflow) return [];
  return site.sql
    .all<Row>(
      'select id, name, sources, target, screen, required, resolution, approval from jira_transitions where workflow_id = ? order by cast(id as integer)',
      [workflow.id],
    )
    .map((one) => toTransition(site, one))
    .filter((one) => (one.sources ? one.sources.includes(row.status_id) : one.target.id !== row.status_id));
}

/** The statuses issues of this type can be in, in the order of the workflow. */
export function statusesOf(site: Site, projectId: number, typeId: string): Status[] {
  const workflow = workflowOf(site, projectId, typeId);
  if (!workflow) return [];
  const targets = site.sql.all<{ target: string }>(
    'select target from jira_transitions where workflow_id = ? order by cast(id as integer)',
    [workflow.id],
  );
  return [...new Set([workflow.initial, ...targets.map((row) => row.target)])].flatMap(
    (id) => status(site, id) ?? [],
  );
}
