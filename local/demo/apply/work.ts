import { FIELD } from '../company/ids';
import { WORK } from '../company/work';
import type { DemoSite } from './site';

const WORKFLOW = 'Service workflow';
const ISSUE_TYPES = ['Service Request', 'Incident', 'Subtask'];

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

/** Workflow, fields and the four departments' projects. */
export function applyWork({ jira }: DemoSite): void {
  for (const workflow of WORK.workflows)
    jira.defineWorkflow({
      ...workflow,
      // Nothing moves from a status into itself.
      transitions: workflow.transitions.map((one) => ({
        ...one,
        from: one.from.filter((status) => status !== one.to),
      })),
    });
  for (const field of WORK.fields) jira.defineField(field);
  for (const { agents, confidential, ...space } of WORK.spaces) {
    jira.createProject({
      ...space,
      ...(confidential ? { permissions: CONFIDENTIAL } : {}),
      issueTypes: ISSUE_TYPES.map((name) => ({
        name,
        workflow: WORKFLOW,
        fields: SCREEN.map((id) => ({ id })),
      })),
      roles: {
        Administrators: { groups: ['site-admins'] },
        'Service Desk Team': { groups: [agents] },
      },
    });
  }
  jira.setNativeSlas('IT', WORK.nativeSlas);
}
