import { FIELD, PRIORITY } from '../company/ids';
import { FIELDS, ISSUE_TYPES, PROJECT_LIST, RESOLUTIONS, STATUSES, TRANSITIONS } from '../company/work';
import type { DemoSite } from './site';

const CATEGORY = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;
const WORKFLOW = 'Service workflow';

const statusName = (id: string): string => STATUSES.find((status) => status.id === id)?.name ?? id;
const resolutionName = (id: string | null | undefined): string | undefined =>
  RESOLUTIONS.find((resolution) => resolution.id === id)?.name;

const TEAM = [
  { kind: 'role', who: 'Service Desk Team' },
  { kind: 'role', who: 'Administrators' },
] as const;
/** Who may do what in a confidential project, where it differs from an ordinary one. */
const CONFIDENTIAL = { BROWSE_PROJECTS: [...TEAM, { kind: 'reporter' }], CREATE_ISSUES: TEAM } as const;

const SCREEN = [
  'summary',
  'description',
  'priority',
  'labels',
  'assignee',
  'duedate',
  ...Object.values(FIELD),
];

const HOUR = 3_600_000;
const NATIVE_SLAS = [
  { id: 1, name: 'Time to first response', goals: [{ ms: 4 * HOUR }] },
  {
    id: 2,
    name: 'Time to resolution',
    goals: [
      { priority: PRIORITY.highest, ms: 4 * HOUR },
      { priority: PRIORITY.high, ms: 8 * HOUR },
      { ms: 24 * HOUR },
    ],
  },
];

/** Workflow, fields and the four departments' projects. */
export function applyWork({ jira }: DemoSite): void {
  jira.defineWorkflow({
    name: WORKFLOW,
    statuses: STATUSES.map(({ id, name, category }) => ({ id, name, category: CATEGORY[category] })),
    transitions: TRANSITIONS.map((transition) => {
      const resolution = resolutionName(transition.resolution);
      return {
        id: transition.id,
        name: transition.name,
        from: transition.from.map(statusName),
        to: statusName(transition.to),
        ...(resolution ? { resolution, screen: ['resolution', 'comment'] } : {}),
      };
    }),
  });
  for (const field of FIELDS) {
    jira.defineField({
      id: field.id,
      name: field.name,
      kind: field.type,
      ...(field.options ? { options: field.options } : {}),
    });
  }
  for (const type of ISSUE_TYPES) jira.defineIssueType(type);
  for (const project of PROJECT_LIST) {
    jira.createProject({
      id: Number(project.id),
      key: project.key,
      name: project.name,
      type: 'business',
      ...(project.confidential ? { permissions: CONFIDENTIAL } : {}),
      lead: project.lead,
      issueTypes: ISSUE_TYPES.map(({ name }) => ({
        name,
        workflow: WORKFLOW,
        fields: SCREEN.map((id) => ({ id })),
      })),
      roles: {
        Administrators: { groups: ['site-admins'] },
        'Service Desk Team': { groups: [project.agents] },
      },
    });
  }
  // What IT had in Service Management before: there to be taken over under Import and export.
  jira.setNativeSlas('IT', NATIVE_SLAS);
}
