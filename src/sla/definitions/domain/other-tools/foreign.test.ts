import fc from 'fast-check';
import { validateDefinitions } from '../rules/validate';
import { calendarOf, definitionsOf, HOUR, is, MINUTE } from '../../../engine/testing/build';
import { readHours, readTarget } from './amounts';
import { readCondition } from './condition-text';
import { readCsv } from '../../../../kernel/csv';
import { draftOf } from './draft';
import type { SiteNames } from './model';
import { nativeDraft } from './native';
import { readForeignFile } from './read-file';
import { readEvent, readPause } from './terms';

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  priority: { highest: '1', high: '2', low: '4' },
  status: { 'waiting for customer': '31', done: '41' },
  projectId: { it: '10000', people: '10001' },
};
const names: SiteNames = {
  field: (name) =>
    ({ priority: 'priority', status: 'status', project: 'projectId', 'story points': 'cf1' })[
      name.toLowerCase()
    ],
  value: (field, name) => VALUES[field]?.[name.toLowerCase()],
};
let n = 0;
const tools = { names, calendars: [calendarOf()], newId: () => `new-${n++}` };

describe('conditions in JQL', () => {
  const both = is('priority', '1', '2');
  it.each([
    ['', { all: [] }],
    ['priority = High', is('priority', '2')],
    ['Priority in ("Highest", high)', both],
    [
      'priority = High AND project = IT or status = "Done"',
      {
        any: [{ all: [is('priority', '2'), is('projectId', '10000')] }, is('status', '41')],
      },
    ],
    [
      '(priority = High or priority = Low) and "Story Points" >= 5',
      {
        all: [{ any: [is('priority', '2'), is('priority', '4')] }, { field: 'cf1', op: 'gte', value: 5 }],
      },
    ],
    ['priority is not EMPTY', { field: 'priority', op: 'set' }],
    ['priority = empty', { field: 'priority', op: 'empty' }],
    ['not (priority != High)', is('priority', '2')],
    [
      'not (priority is empty or "Story Points" > 3)',
      {
        all: [
          { field: 'priority', op: 'set' },
          { field: 'cf1', op: 'lte', value: 3 },
        ],
      },
    ],
  ])('%s', (text, expected) => expect(readCondition(text, names)).toEqual(expected));

  it('leave issues without a value out of "not", as Jira does', () => {
    const expected = {
      all: [
        { field: 'priority', op: 'set' },
        { field: 'priority', op: 'notIn', values: ['2'] },
      ],
    };
    for (const text of ['priority != High', 'not priority = High', 'priority not in (High)'])
      expect(readCondition(text, names)).toEqual(expected);
  });

  it.each([
    ['severity = 1', 'CONDITION_FIELD', 'severity'],
    ['priority = Urgent', 'CONDITION_VALUE', 'Urgent'],
    ['priority = High order by created', 'CONDITION_SYNTAX', 'order'],
    ['project = projectsLeadByUser()', 'CONDITION_SYNTAX', 'projectsLeadByUser()'],
    ['priority ~ hi', 'CONDITION_SYNTAX', '~'],
    ['(priority = High', 'CONDITION_SYNTAX', '…'],
    ['"', 'CONDITION_SYNTAX', '"'],
  ])('%s is refused with the part that is not understood', (text, code, what) =>
    expect(readCondition(text, names)).toEqual({ fault: { code, what } }),
  );

  it('never throw, whatever stands there', () => {
    const word = fc.constantFrom(
      'priority',
      '=',
      'High',
      'and',
      'not',
      '(',
      ')',
      ',',
      'in',
      '"',
      'is',
      'empty',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        expect(readCondition(words.join(' '), names)).toBeInstanceOf(Object);
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['Issue Created', { on: 'created' }],
    ['Comment: For Customers', { on: 'commented', by: ['agent'], audience: 'public' }],
    ['resolved', { on: 'changed', field: 'resolution', edge: 'set' }],
    ['Entered Status: Done', { on: 'changed', field: 'status', to: ['41'] }],
    ['status = Done', { on: 'changed', field: 'status', to: ['41'] }],
    ['Entered Status: Nowhere', undefined],
    ['priority = High', undefined],
  ])('of events: %s', (term, expected) => expect(readEvent(term, names)).toEqual(expected));

  it.each([
    ['Status: Waiting for customer', { reason: 'requester', when: is('status', '31') }],
    ['priority = Low', { reason: 'priority = Low', when: is('priority', '4') }],
    ['Due Date: Set', { reason: 'Due Date: Set', when: { field: 'duedate', op: 'set' } }],
    ['on hold', undefined],
  ])('of pauses: %s', (term, expected) => expect(readPause(term, names)).toEqual(expected));

  it.each([
    ['90m', { kind: 'duration', ms: 90 * MINUTE }],
    ['1h 30m', { kind: 'duration', ms: 90 * MINUTE }],
    ['1.5 hours', { kind: 'duration', ms: 90 * MINUTE }],
    ['3d', { kind: 'businessDays', days: 3, endOfDay: false }],
    ['none', { kind: 'none' }],
    ['1d 4h', undefined],
    ['0h', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('of targets: %s', (text, expected) => expect(readTarget(text)).toEqual(expected));

  it.each([
    [
      'Mon-Wed 9-17; Sat 10:00-12:00,13:00-14:30',
      {
        mon: [['09:00', '17:00']],
        tue: [['09:00', '17:00']],
        wed: [['09:00', '17:00']],
        sat: [
          ['10:00', '12:00'],
          ['13:00', '14:30'],
        ],
      },
    ],
    ['Пн,Вт 22:00-06:00', { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']] }],
    [
      'Fri-Mon 9-17',
      {
        fri: [['09:00', '17:00']],
        sat: [['09:00', '17:00']],
        sun: [['09:00', '17:00']],
        mon: [['09:00', '17:00']],
      },
    ],
    ['Sun-Mon 08.00-16.30', { sun: [['08:00', '16:30']], mon: [['08:00', '16:30']] }],
    ['Mo-Tu 9am-5:30 pm', { mon: [['09:00', '17:30']], tue: [['09:00', '17:30']] }],
    ['Sa 12am-12 p.m.', { sat: [['00:00', '12:00']] }],
    ['Mon-Fri', undefined],
    ['Mon 13pm-5pm', undefined],
    ['Mon 9-17 Uhr', undefined],
    ['Mon 9m-17m', undefined],
    ['Mon 9-25', undefined],
  ])('of hours: %s', (text, expected) => expect(readHours(text)).toEqual(expected));
});

describe('a file', () => {
  it('may quote cells, hold lines in them and use semicolons', () => {
    expect(readCsv('\uFEFFa;b\r\n"x;""y""\n";2\n\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x;"y"', '2'] },
    ]);
  });

  it.each([
    ['begins with what Excel writes', 'sep=;\r\na;b\r\n1;2', 2],
    ['begins with an empty line', '\n\na;b\n1;2', 3],
    ['has lines that end as on old Macs', 'a;b\r1;2', 1],
    ['has tabs', 'a\tb\n1\t2', 1],
  ])('%s', (_, text, line) => {
    expect(readCsv(text)).toEqual([
      { line, cells: ['a', 'b'] },
      { line: line + 1, cells: ['1', '2'] },
    ]);
  });

  it('with a quote that is never closed is refused at its line', () => {
    expect(readForeignFile('metric,pause,target\nA,,1h\nB,"on hold,4h\nC,,2h')).toEqual({
      fault: 'unclosedQuote',
      line: 3,
    });
  });

  it('whose hours are not understood promises nothing day and night instead', () => {
    const read = readForeignFile(
      'metric,target,calendar,zone,hours\nA,4h,Office,Europe/Berlin,Mon-Fri 9-17 Uhr',
    );
    if ('fault' in read) throw new Error(read.fault);
    const [drafted] = draftOf(read.rows, tools).metrics;
    expect(drafted?.metric.goals).toEqual([]);
    expect(drafted?.notes).toContainEqual({
      code: 'HOURS_UNKNOWN',
      kind: 'lost',
      params: { line: '2', text: 'Mon-Fri 9-17 Uhr' },
    });
  });

  it('becomes metrics with their goals in order, switched off, and new calendars', () => {
    const read = readForeignFile(
      [
        'metric,space,start,stop,pause,condition,target,calendar,zone,hours',
        'Resolution,IT,created,resolved,Status: Waiting for customer,priority in (Highest),4h,24x7,,',
        ',,,,,priority = High,8h,Berlin,,',
        ',,,,,,3d,Moscow,Europe/Moscow,Mon-Fri 10-19',
      ].join('\n'),
    );
    if ('fault' in read) throw new Error(read.fault);
    const { metrics, calendars } = draftOf(read.rows, tools);
    const [{ metric, notes } = { metric: undefined, notes: [] }] = metrics;
    expect(notes).toEqual([]);
    expect(metric).toMatchObject({
      name: { en: 'Resolution' },
      active: false,
      scope: is('projectId', '10000'),
      pause: [{ reason: 'requester' }],
      calendar: { calendarId: null },
      goals: [
        { when: is('priority', '1'), target: { ms: 4 * HOUR } },
        { when: is('priority', '2'), target: { ms: 8 * HOUR }, calendar: { calendarId: 'berlin' } },
        { target: { kind: 'businessDays', days: 3 }, calendar: { calendarId: calendars[0]?.id } },
      ],
    });
    const all = { calendars: [calendarOf(), ...calendars] };
    const problems = validateDefinitions(
      definitionsOf(
        metrics.map((each) => each.metric),
        all,
      ),
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('of which something is not understood says so, and keeps no goal in part', () => {
    const read = readForeignFile(
      JSON.stringify([
        { metric: 'A', start: 'moon rises', condition: 'priority = High and severity = 1', target: '4h' },
        { metric: 'A', space: 'IT; Mars', pause: 'on hold', target: 'soon' },
        { metric: 'B', target: '4h', calendar: 'Nights', stop: 'resolved; closed' },
        { metric: 'C', target: '4h', hours: 'Mon 9-17', zone: 'Moon/Base' },
      ]),
    );
    if ('fault' in read) throw new Error(read.fault);
    const told = draftOf(read.rows, tools).metrics.map(({ metric, notes }) => [
      metric.goals.length,
      notes.map(({ code, params }) => `${code} ${params['what'] ?? params['text'] ?? ''}`.trim()),
    ]);
    expect(told).toEqual([
      [
        0,
        [
          'NO_GOAL',
          'CONDITION_FIELD severity',
          'TARGET_UNKNOWN soon',
          'START_UNKNOWN moon rises',
          'START_ASSUMED',
          'STOP_ASSUMED',
          'PAUSE_UNKNOWN on hold',
          'SPACE_UNKNOWN Mars',
        ],
      ],
      [1, ['CALENDAR_UNKNOWN Nights', 'START_ASSUMED', 'STOP_UNKNOWN closed', 'SPACE_ASSUMED']],
      [0, ['NO_GOAL', 'ZONE_UNKNOWN Moon/Base', 'START_ASSUMED', 'STOP_ASSUMED', 'SPACE_ASSUMED']],
    ]);
  });

  it('may be the settings of Jira Service Management', () => {
    const read = readForeignFile(
      JSON.stringify({
        name: 'Time to first response',
        config: {
          definition: {
            start: [{ conditionId: 'issue-created-hit-condition', name: 'Issue Created' }],
            stop: [{ name: 'Comment: For Customers' }, { name: 'Resolution: Set' }],
            pause: [{ name: 'Due Date: Set' }],
          },
          goals: [
            { jqlQuery: 'priority = Highest', duration: 7_200_000, calendarId: 3, defaultGoal: false },
            { jqlQuery: '', duration: 28_800_000, defaultGoal: true },
          ],
        },
      }),
    );
    if ('fault' in read) throw new Error(read.fault);
    const [drafted] = draftOf(read.rows, tools).metrics;
    expect(drafted?.metric.stop).toHaveLength(2);
    expect(drafted?.metric.goals.map(({ target }) => target)).toEqual([
      { kind: 'duration', ms: 2 * HOUR },
      { kind: 'duration', ms: 8 * HOUR },
    ]);
    expect(drafted?.notes.map(({ code }) => code)).toEqual(['CALENDAR_UNKNOWN', 'SPACE_ASSUMED']);
  });

  it.each([
    ['name,target\nA,4h', 'noMetricColumn'],
    ['metric,target\n', 'noRows'],
    ['[1, 2]', 'notRead'],
    ['{"metric"', 'notRead'],
    [`metric\n${'A\n'.repeat(501)}`, 'tooManyRows'],
  ])('that can not be read is refused: %#', (text, fault) =>
    expect(readForeignFile(text)).toEqual({ fault }),
  );
});

describe('what Jira Service Management tells of requests', () => {
  const sla = (hours: number, priority: string, issuetype = '1') => ({
    metric: 'Time to resolution',
    goalMs: hours * HOUR,
    fields: { projectId: '10000', priority, issuetype },
  });
  const goals = (...seen: Parameters<typeof nativeDraft>[0]) => {
    const [drafted] = nativeDraft(seen, tools.newId).metrics;
    return {
      goals: drafted?.metric.goals.map(({ when, target }) => [
        when ?? null,
        'ms' in target ? target.ms / HOUR : null,
      ]),
      notes: drafted?.notes.map(({ code }) => code),
    };
  };

  it('is one goal where all have the same', () => {
    expect(goals(sla(4, '1'), sla(4, '2'))).toEqual({ goals: [[null, 4]], notes: ['NOT_TOLD'] });
  });
  it('is a goal for each value of the field that explains them, and the commonest for the rest', () => {
    expect(goals(sla(4, '1'), sla(8, '2'), sla(8, '3'))).toEqual({
      goals: [
        [is('priority', '1'), 4],
        [is('priority', '2', '3'), 8],
        [null, 8],
      ],
      notes: ['GOALS_BY_FIELD', 'NOT_TOLD'],
    });
    expect(goals(sla(4, '1', '7'), sla(8, '1', '9')).goals?.[0]).toEqual([is('issuetype', '7'), 4]);
  });
  it('is the commonest goal where nothing explains them, and the others are told', () => {
    const { metrics } = nativeDraft([sla(4, '1'), sla(8, '1'), sla(8, '1')], tools.newId);
    expect(metrics[0]?.metric.goals).toHaveLength(1);
    expect(metrics[0]?.notes[0]).toMatchObject({
      code: 'GOALS_UNEXPLAINED',
      params: { targets: `${4 * HOUR} ${8 * HOUR}` },
    });
  });
  it('can be saved', () => {
    const { metrics } = nativeDraft([sla(4, '1'), sla(8, '2')], tools.newId);
    const problems = validateDefinitions(definitionsOf(metrics.map(({ metric }) => metric)));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
