import { account } from './accounts';
import { DEPARTMENT, FIELD, GROUP, LOCATION, PRIORITY, PROJECTS, RESOLUTION, STATUS, TYPE } from './ids';
import type { CustomField, Project, Status, Transition } from './types';

export const PROJECT_LIST: readonly Project[] = [
  {
    id: PROJECTS.IT,
    key: 'IT',
    name: 'IT Services',
    lead: account('ingrid'),
    confidential: false,
    agents: GROUP.it,
  },
  { id: PROJECTS.HR, key: 'HR', name: 'People', lead: account('hugo'), confidential: true, agents: GROUP.hr },
  {
    id: PROJECTS.FAC,
    key: 'FAC',
    name: 'Facilities',
    lead: account('fatima'),
    confidential: false,
    agents: GROUP.facility,
  },
  {
    id: PROJECTS.FIN,
    key: 'FIN',
    name: 'Finance',
    lead: account('felix'),
    confidential: false,
    agents: GROUP.finance,
  },
];

export const STATUSES: readonly Status[] = [
  { id: STATUS.new, name: 'New', category: 'new' },
  { id: STATUS.progress, name: 'In progress', category: 'indeterminate' },
  { id: STATUS.requester, name: 'Waiting for requester', category: 'indeterminate' },
  { id: STATUS.approval, name: 'Waiting for approval', category: 'indeterminate' },
  { id: STATUS.vendor, name: 'Waiting for vendor', category: 'indeterminate' },
  { id: STATUS.resolved, name: 'Resolved', category: 'done' },
  { id: STATUS.closed, name: 'Closed', category: 'done' },
  { id: STATUS.cancelled, name: 'Cancelled', category: 'done' },
];

const OPEN = [STATUS.new, STATUS.progress, STATUS.requester, STATUS.approval, STATUS.vendor] as const;

const to = (id: string, name: string, from: readonly string[], target: string): Transition => ({
  id,
  name,
  from: from.filter((status) => status !== target),
  to: target,
});

export const TRANSITIONS: readonly Transition[] = [
  to('11', 'Start progress', OPEN, STATUS.progress),
  to('21', 'Ask the requester', OPEN, STATUS.requester),
  to('31', 'Ask for approval', OPEN, STATUS.approval),
  to('41', 'Wait for the vendor', OPEN, STATUS.vendor),
  { ...to('51', 'Resolve', OPEN, STATUS.resolved), resolution: RESOLUTION.done },
  to('61', 'Close', [STATUS.resolved], STATUS.closed),
  { ...to('71', 'Reopen', [STATUS.resolved, STATUS.closed], STATUS.progress), resolution: null },
  { ...to('81', 'Cancel', OPEN, STATUS.cancelled), resolution: RESOLUTION.wontDo },
];

export const ISSUE_TYPES = [
  { id: TYPE.request, name: 'Service Request', subtask: false },
  { id: TYPE.incident, name: 'Incident', subtask: false },
  { id: TYPE.subtask, name: 'Subtask', subtask: true },
] as const;

export const PRIORITIES = [
  { id: PRIORITY.highest, name: 'Highest' },
  { id: PRIORITY.high, name: 'High' },
  { id: PRIORITY.medium, name: 'Medium' },
  { id: PRIORITY.low, name: 'Low' },
  { id: PRIORITY.lowest, name: 'Lowest' },
] as const;

export const RESOLUTIONS = [
  { id: RESOLUTION.done, name: 'Done' },
  { id: RESOLUTION.wontDo, name: "Won't Do" },
  { id: RESOLUTION.declined, name: 'Declined' },
  { id: RESOLUTION.duplicate, name: 'Duplicate' },
] as const;

export const FIELDS: readonly CustomField[] = [
  {
    id: FIELD.location,
    name: 'Location',
    type: 'select',
    options: [
      { id: LOCATION.berlin, value: 'Berlin' },
      { id: LOCATION.moscow, value: 'Moscow' },
      { id: LOCATION.remote, value: 'Remote' },
    ],
  },
  {
    id: FIELD.department,
    name: 'Department',
    type: 'select',
    options: [
      { id: DEPARTMENT.engineering, value: 'Engineering' },
      { id: DEPARTMENT.sales, value: 'Sales' },
      { id: DEPARTMENT.operations, value: 'Operations' },
      { id: DEPARTMENT.finance, value: 'Finance' },
      { id: DEPARTMENT.people, value: 'People' },
    ],
  },
  { id: FIELD.neededBy, name: 'Needed by', type: 'date' },
  { id: FIELD.assetModel, name: 'Asset model', type: 'text' },
  { id: FIELD.cost, name: 'Cost', type: 'number' },
  { id: FIELD.startDate, name: 'Start date', type: 'date' },
  { id: FIELD.vendorDate, name: 'Expected from vendor', type: 'date' },
  { id: FIELD.contact, name: 'Contact person', type: 'user' },
];
