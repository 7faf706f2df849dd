import { FIELD } from '../company/ids';
import { WORK } from '../company/work';
import type { DemoSite } from './site';

const TEAM = [
  { kind: 'role', who: 'Service Desk Team' },
  { kind: 'role', who: 'Administrators' },
] as const;
/** Who may do what in a project that not everybody reads, where it differs from an ordinary one. */
const CLOSED = {
  team: { BROWSE_PROJECTS: TEAM, CREATE_ISSUES: TEAM },
  reporter: { BROWSE_PROJECTS: [...TEAM, { kind: 'reporter' }], CREATE_ISSUES: TEAM },
} as const;

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
  const all = [...WORK.spaces, ...WORK.otherSpaces];
  for (const { agents, readBy, closedToApp: _closed, required, ...space } of all) {
    jira.createProject({
      ...space,
      ...(readBy ? { permissions: CLOSED[readBy] } : {}),
      issueTypes: space.issueTypes.map((name) => ({
        name,
        workflow: space.workflow,
        fields: [...SCREEN, ...space.fields].map((id) => ({ id, required: required.includes(id) })),
      })),
      roles: {
        Administrators: { groups: ['site-admins'] },
        'Service Desk Team': { groups: [agents] },
      },
    });
  }
  jira.setAppAccess(all.flatMap(({ key, closedToApp }) => (closedToApp ? [] : [key])));
  jira.setNativeSlas('IT', WORK.nativeSlas);
}
