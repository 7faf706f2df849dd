/** Two metrics as small as they can be and still do everything the runtime cares about. */
import type { Agreement, EscalationLevel, MetricDefinition, SlaDefinitions } from '../engine/model';

export const PROJECT = '10000';
export const STATUS = { open: '1', waiting: '2', done: '3' } as const;
export const CATEGORIES = { [STATUS.open]: 'new', [STATUS.waiting]: 'indeterminate', [STATUS.done]: 'done' };
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const base = {
  calendar: { kind: 'fixed', calendarId: null },
  kind: 'SLA',
  version: 1,
  active: true,
  scope: { field: 'projectId', op: 'in', values: [PROJECT] },
  cancel: { when: 'never' },
  method: 'every',
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  visibility: 'date',
  pause: [],
  escalations: [],
} as const;

export const commentLevel = (id: string, percent: number): EscalationLevel => ({
  id,
  name: `${percent} %`,
  at: { kind: 'percent', percent },
  actions: [{ kind: 'comment', to: [{ kind: 'assignee' }] }],
});

/** Stops at the first public comment of an agent; 1 h, 24×7. */
export const firstResponse: MetricDefinition = {
  ...base,
  id: 'response',
  name: { en: 'First response' },
  method: 'first',
  start: [{ on: 'created' }],
  stop: [{ on: 'commented', by: ['agent'], audience: 'public' }],
  goals: [{ id: 'all', name: 'One hour', target: { kind: 'duration', ms: HOUR } }],
};

/** Runs while not done, pauses while waiting; 4 h, or 2 h at priority 1; 24×7; a comment at 75 % and at 100 %. */
export const delivery: MetricDefinition = {
  ...base,
  id: 'delivery',
  name: { en: 'Delivery', ru: 'Выполнение' },
  start: [{ on: 'while', condition: { not: { field: 'statusCategory', op: 'in', values: ['done'] } } }],
  stop: [{ on: 'changed', field: 'statusCategory', to: ['done'] }],
  pause: [{ reason: 'requester', when: { field: 'status', op: 'in', values: [STATUS.waiting] } }],
  goals: [
    {
      id: 'high',
      name: 'Two hours',
      when: { field: 'priority', op: 'in', values: ['1'] },
      target: { kind: 'duration', ms: 2 * HOUR },
    },
    { id: 'rest', name: 'Four hours', target: { kind: 'duration', ms: 4 * HOUR } },
  ],
  escalations: [commentLevel('warn', 75), commentLevel('late', 100)],
};

export const definitions: SlaDefinitions = {
  schema: 1,
  version: 1,
  calendars: [],
  holidaySets: [],
  metrics: [firstResponse, delivery],
  agreements: [],
};

const party = { provider: 'it', consumers: [], affectsParent: 'none' } as const;

/** The first response as an OLA below the delivery's agreement, which its breach puts at risk. */
export const underOneAgreement: SlaDefinitions = {
  ...definitions,
  metrics: [
    { ...firstResponse, agreementId: 'ola' },
    { ...delivery, agreementId: 'sla' },
  ],
  agreements: [
    { ...party, id: 'sla', name: 'SLA', kind: 'SLA' },
    { ...party, id: 'ola', name: 'OLA', kind: 'OLA', parentId: 'sla', affectsParent: 'breach' },
  ],
};

/** Clocks of child work items (those with priority 5) that hold the delivery of the work item above, or put it at risk. */
export const withChildren = (affectsParent: Agreement['affectsParent']): SlaDefinitions => ({
  ...definitions,
  metrics: [
    { ...delivery, agreementId: 'sla', scope: { not: { field: 'priority', op: 'in', values: ['5'] } } },
    {
      ...delivery,
      id: 'part',
      name: { en: 'Part' },
      agreementId: 'ola',
      scope: { field: 'priority', op: 'in', values: ['5'] },
      escalations: [],
    },
  ],
  agreements: [
    { ...party, id: 'sla', name: 'SLA', kind: 'SLA' },
    {
      ...party,
      id: 'ola',
      name: 'OLA',
      kind: 'OLA',
      parentId: 'sla',
      affectsParent,
      measuredOn: { kind: 'child' },
    },
  ],
});
