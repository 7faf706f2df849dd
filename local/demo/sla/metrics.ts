import { account } from '../company/accounts';
import { TERMS } from './performance';
import { TEST_CASES } from './test-cases';
import { FIELD, GROUP, LOCATION, PRIORITY, PROJECTS, STATUS, TYPE } from '../company/ids';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const oneOf = (field: string, ...values: readonly string[]) => ({ field, op: 'in' as const, values });
const changedTo = (...to: readonly string[]) => ({ on: 'changed' as const, field: 'status', to });
const everywhere = oneOf('projectId', ...Object.values(PROJECTS));

/** Each request is measured on the calendar of the place it comes from; remote people count as Berlin. */
const LOCAL = {
  kind: 'field' as const,
  field: FIELD.location,
  map: { [LOCATION.berlin]: 'berlin', [LOCATION.moscow]: 'moscow' },
  fallback: 'berlin',
};
const ALWAYS = { kind: 'fixed' as const, calendarId: 'always' };

const hours = (count: number) => ({ kind: 'duration' as const, ms: count * HOUR });
const goal = (id: string, name: string, target: object, calendar: object, when?: object) => ({
  id,
  name,
  ...(when ? { when } : {}),
  target,
  calendar,
});
const priority = (...ids: readonly string[]) => oneOf('priority', ...ids);

const PAUSES = [
  { reason: 'requester', when: oneOf('status', STATUS.requester) },
  { reason: 'approval', when: oneOf('status', STATUS.approval) },
  { reason: 'vendor', when: oneOf('status', STATUS.vendor), resumeAtField: FIELD.vendorDate },
];

const COMMON = {
  kind: 'SLA' as const,
  version: 1,
  active: true,
  goalChange: 'carry' as const,
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore' as const,
};

const RESOLVED = { on: 'changed' as const, field: 'resolution', edge: 'set' as const };
const REOPENED = { on: 'changed' as const, field: 'resolution', edge: 'cleared' as const };
const CANCELLED = { when: 'trigger' as const, any: [changedTo(STATUS.cancelled)] };

/** At three quarters the assignee hears of it, at the due second the people who keep the promise. */
function escalations(groupId: (name: string) => string) {
  return [
    {
      id: 'at-75',
      name: '75 %',
      at: { kind: 'percent', percent: 75 },
      actions: [{ kind: 'comment', to: [{ kind: 'assignee' }] }],
    },
    {
      id: 'at-due',
      name: 'Due',
      at: { kind: 'percent', percent: 100 },
      actions: [
        { kind: 'comment', to: [{ kind: 'assignee' }] },
        {
          kind: 'notify',
          to: [
            { kind: 'group', groupId: groupId(GROUP.managers), name: GROUP.managers },
            { kind: 'slaManagers' },
          ],
        },
      ],
    },
  ];
}

export function buildMetrics(groupId: (name: string) => string) {
  return metricsOf(groupId).map((metric) => ({ ...metric, tests: TEST_CASES[metric.id] ?? [] }));
}

function metricsOf(groupId: (name: string) => string) {
  const ladder = escalations(groupId);
  return [
    {
      ...COMMON,
      id: 'first-response',
      name: { en: 'First response', ru: 'Первый ответ' },
      agreementId: 'company-sla',
      scope: { all: [everywhere, oneOf('issuetype', TYPE.request, TYPE.incident)] },
      start: [{ on: 'created' }],
      stop: [{ on: 'commented', by: ['agent'], audience: 'public' }, RESOLVED],
      pause: [PAUSES[1]],
      cancel: CANCELLED,
      method: 'first',
      goals: [
        goal(
          'highest',
          'Highest: half an hour, day and night',
          { kind: 'duration', ms: 30 * MINUTE },
          ALWAYS,
          priority(PRIORITY.highest),
        ),
        goal('high', 'High: 2 h', hours(2), LOCAL, priority(PRIORITY.high)),
        goal('rest', 'Everything else: 4 h', hours(4), LOCAL),
      ],
      escalations: ladder,
      visibility: 'date',
    },
    {
      ...COMMON,
      id: 'delivery',
      name: { en: 'Delivery', ru: 'Выполнение' },
      agreementId: 'company-sla',
      scope: { all: [everywhere, oneOf('issuetype', TYPE.request)] },
      start: [{ on: 'created' }, REOPENED],
      stop: [RESOLVED],
      pause: PAUSES,
      cancel: CANCELLED,
      method: 'every',
      goals: [
        goal(
          'by-date',
          'By the date asked for',
          { kind: 'dateField', field: FIELD.neededBy, time: '17:00', outside: 'previousClosing' },
          LOCAL,
          { all: [oneOf('labels', 'by-date'), { field: FIELD.neededBy, op: 'set' }] },
        ),
        goal('urgent', 'Highest and High: 8 h', hours(8), LOCAL, priority(PRIORITY.highest, PRIORITY.high)),
        goal('same-day', 'Same-day items: 8 h', hours(8), LOCAL, oneOf('labels', 'same-day')),
        goal(
          'hardware',
          'Devices: 5 working days',
          { kind: 'businessDays', days: 5, endOfDay: true },
          LOCAL,
          oneOf('labels', 'hardware'),
        ),
        goal('rest', 'Everything else: 24 h', hours(24), LOCAL),
      ],
      escalations: ladder,
      visibility: 'date',
    },
    {
      ...COMMON,
      id: 'resolution',
      name: { en: 'Resolution', ru: 'Решение' },
      agreementId: 'company-sla',
      scope: { all: [everywhere, oneOf('issuetype', TYPE.incident)] },
      start: [{ on: 'created' }, REOPENED],
      stop: [RESOLVED],
      pause: PAUSES,
      cancel: CANCELLED,
      method: 'every',
      goals: [
        goal('highest', 'Highest: 4 h, day and night', hours(4), ALWAYS, priority(PRIORITY.highest)),
        goal('high', 'High: 8 h', hours(8), LOCAL, priority(PRIORITY.high)),
        goal('medium', 'Medium: 16 h', hours(16), LOCAL, priority(PRIORITY.medium)),
        goal('rest', 'Low: 40 h', hours(40), LOCAL),
      ],
      escalations: ladder,
      visibility: 'date',
    },
    {
      ...COMMON,
      id: 'pick-up',
      kind: 'OLA' as const,
      name: { en: 'Pick-up by the team', ru: 'Взято командой в работу' },
      agreementId: 'team-ola',
      scope: { all: [everywhere, oneOf('issuetype', TYPE.request, TYPE.incident)] },
      start: [{ on: 'created' }],
      stop: [{ on: 'changed', field: 'assignee', edge: 'set' }, RESOLVED],
      pause: [PAUSES[1]],
      cancel: CANCELLED,
      method: 'first',
      goals: [
        goal('urgent', 'Highest and High: 1 h', hours(1), LOCAL, priority(PRIORITY.highest, PRIORITY.high)),
        goal('rest', 'Everything else: 3 h', hours(3), LOCAL),
      ],
      escalations: [],
      visibility: 'hidden',
    },
    {
      ...COMMON,
      id: 'approval',
      kind: 'OLA' as const,
      name: { en: 'Approval', ru: 'Согласование' },
      agreementId: 'team-ola',
      scope: everywhere,
      start: [changedTo(STATUS.approval)],
      stop: [{ on: 'changed', field: 'status', from: [STATUS.approval] }],
      pause: [],
      cancel: { when: 'never' },
      method: 'every',
      goals: [goal('day', 'One working day', hours(8), LOCAL)],
      escalations: [],
      visibility: 'state',
    },
    {
      ...COMMON,
      id: 'spare-part',
      kind: 'UC' as const,
      name: { en: 'Spare part', ru: 'Запасная часть' },
      agreementId: 'hardware-supplier',
      scope: { all: [everywhere, oneOf('issuetype', TYPE.subtask)] },
      start: [{ on: 'created' }],
      stop: [RESOLVED],
      pause: [],
      cancel: CANCELLED,
      method: 'every',
      goals: [goal('week', 'Five working days', hours(40), LOCAL)],
      escalations: [],
      visibility: 'state',
    },
  ];
}

/** Who promises what to whom; consumers are groups by their ids. */
export const buildAgreements = (groupId: (name: string) => string) => [
  {
    id: 'company-sla',
    name: 'Company services',
    kind: 'SLA',
    provider: 'IT, People, Facilities, Finance',
    consumers: [groupId(GROUP.staff)],
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    responsible: account('sergey'),
    reviewDate: '2027-06-30',
    affectsParent: 'none',
    performance: TERMS,
  },
  {
    id: 'team-ola',
    name: 'Between the teams',
    kind: 'OLA',
    parentId: 'company-sla',
    provider: 'Service teams',
    consumers: [groupId(GROUP.it)],
    validFrom: '2026-01-01',
    responsible: account('sergey'),
    affectsParent: 'none',
  },
  {
    id: 'hardware-supplier',
    name: 'Hardware supplier',
    kind: 'UC',
    parentId: 'company-sla',
    provider: 'NordTech',
    consumers: [groupId(GROUP.it)],
    validFrom: '2026-01-01',
    responsible: account('sergey'),
    affectsParent: 'open',
    measuredOn: { kind: 'child' },
  },
];
