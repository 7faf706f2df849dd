import { FIELD } from '../company/ids';
import { WORK } from '../company/work';
import type { DemoSite } from './site';

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

/** Workflows, fields and spaces. */
export function applyWork({ jira }: DemoSite): void {
  for (const workflow of WORK.workflows)
    jira.defineWorkflow({
      ...workflow,
      // Nothing moves from a status into itself.
      transitions: workflow.transitions.map((one) => ({
        ...one,
        ...(one.from ? { from: one.from.filter((status) => status !== one.to) } : {}),
      })),
    });
  for (const field of WORK.fields) jira.defineField(field);
  for (const { agents, confidential, ...space } of [...WORK.spaces, ...WORK.otherSpaces]) {
    jira.createProject({
      ...space,
      ...(confidential ? { permissions: CONFIDENTIAL } : {}),
      issueTypes: space.issueTypes.map((name) => ({
        name,
        workflow: space.workflow,
        fields: [...SCREEN, ...space.fields].map((id) => ({ id })),
      })),
      roles: {
        Administrators: { groups: ['site-admins'] },
        'Service Desk Team': { groups: [agents] },
      },
    });
  }
  jira.setNativeSlas('IT', WORK.nativeSlas);
}
