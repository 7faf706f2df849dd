import { ENGINE_RULES, type EventCause, type IdleReason } from '../../../src/sla/engine/model/timeline';
import { ruleText } from '../../../src/sla/engine/words/cause-text';
import { idleText } from '../../../src/sla/engine/words/unmet-text';
import { t } from '../../shared/i18n';
import { putTimeStyle, timeStyle } from '../../shared/time-style';
import { prepareSurface } from '../../shared/testing/surface';
import { causeText } from './cause';
import { reasonText } from './reason';
import { durationText } from './duration';
import type { Line } from './line';
import { remainingText } from './remaining';

jest.mock('@forge/bridge', () => ({ view: {} }));

const HOUR = 3_600_000;
const line = (over: Partial<Line>): Line => ({
  id: 'a',
  name: { en: 'A' },
  state: 'running',
  breached: false,
  remainingMs: 2 * HOUR,
  goalMs: 4 * HOUR,
  zone: 'UTC',
  ...over,
});

beforeEach(() => {
  prepareSurface();
});

describe('a length of time', () => {
  it.each([
    [0, null, '0 min'],
    [59_999, null, 'less than a minute'],
    [26 * HOUR + 5 * 60_000, null, '1 d 2 h'],
    [26 * HOUR, 8 * HOUR, '3 working days 2 h'],
    [-90 * 60_000, 8 * HOUR, '1 h 30 min'],
    [24 * HOUR, 24 * HOUR, '1 d'],
  ])('of %d ms with days of %p is %s', (ms, day, text) => {
    expect(durationText(ms, day)).toBe(text);
  });
});

describe('the style a viewer has chosen', () => {
  afterEach(() => {
    putTimeStyle(undefined);
    localStorage.clear();
  });

  it.each([
    ['clock', 26 * HOUR + 5 * 60_000, '26:05'],
    ['clock', -90 * 60_000, '1:30'],
    ['hours', 90 * 60_000, '1.5 h'],
    ['hours', 2 * HOUR - 1, '1.9 h'],
    ['date', 90 * 60_000, '1 h 30 min'],
  ] as const)('%s writes %d ms as %s', (style, ms, text) => {
    putTimeStyle(style);
    expect(durationText(ms, 8 * HOUR)).toBe(text);
  });

  it('uses the decimal sign of the viewer', () => {
    prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' });
    putTimeStyle('hours');
    expect(durationText(90 * 60_000, null)).toBe('1,5 ч');
  });

  it('leaves out what is left where the due date stands, and not where there is none', () => {
    putTimeStyle('date');
    expect(remainingText(line({ due: 5 }), null)).toBeNull();
    expect(remainingText(line({ state: 'paused' }), null)).toBe('2 h left');
    expect(remainingText(line({ state: 'met', due: 5 }), null)).toBe('Met with 2 h left');
  });

  it('is kept in this browser for each person', () => {
    putTimeStyle('clock');
    putTimeStyle(undefined);
    expect(timeStyle()).toBe('clock');
    putTimeStyle(undefined);
    prepareSurface({ accountId: 'boris' });
    expect(timeStyle()).toBe('units');
  });
});

describe('what is left', () => {
  it.each([
    [line({}), '2 h left'],
    [line({ remainingMs: -HOUR, breached: true }), '1 h overdue'],
    [line({ remainingMs: -HOUR }), '1 h past due, within grace'],
    [line({ state: 'paused', remainingMs: -HOUR }), '1 h past due, within grace'],
    [line({ state: 'paused' }), '2 h left'],
    [line({ state: 'met' }), 'Met with 2 h left'],
    [
      line({ state: 'met', remainingMs: -HOUR, due: 12 * HOUR, stopped: 13 * HOUR }),
      'Met within grace, 1 h after due',
    ],
    [
      line({ state: 'met', remainingMs: 0, due: 12 * HOUR, stopped: 13 * HOUR }),
      'Met within grace, 1 h after due',
    ],
    [line({ state: 'missed', remainingMs: -3 * HOUR }), 'Late by 3 h'],
    [line({ state: 'cancelled' }), null],
    [line({ remainingMs: null }), null],
  ])('is told by state: %#', (given, text) => {
    expect(remainingText(given, null)).toBe(text);
  });
});

describe('a cause', () => {
  const base = { at: 1, by: 'ingrid' };
  const history = {
    issueId: '1',
    issueKey: 'IT-1',
    createdAt: 0,
    reporter: null,
    initial: {},
    facts: [
      { ...base, id: '1', kind: 'change', changes: [{ field: 'status', from: ['1'], to: ['3'] }] },
      { ...base, id: '2', kind: 'comment', author: 'agent', public: true },
      { ...base, id: '3', kind: 'pause', reason: 'Ordering parts' },
      { ...base, id: '4', kind: 'change', changes: [{ field: 'assignee', from: [], to: ['x'] }] },
      { ...base, id: '5', kind: 'comment', author: 'other', public: true },
      { ...base, id: '2.1', kind: 'comment', author: 'agent', public: true, shown: true },
    ],
  } as const;
  const names = { statuses: { '3': 'Waiting' }, goals: {} };

  it.each([
    ['1', 'the status changed to “Waiting”'],
    ['2', 'an agent (someone who can be assigned in this space) commented'],
    ['2.1', 'an internal comment by an agent (someone who can be assigned in this space) was made public'],
    ['5', 'someone who is not an agent here commented'],
    ['3', 'someone paused it: Ordering parts'],
    ['4', 'the assignee changed'],
    [undefined, 'the work item was created'],
    ['99', 'the pause was due to end'],
  ])('of fact %p reads as people speak', (factId, text) => {
    const created: EventCause = { trigger: { on: 'created' } };
    const cause: EventCause = factId === undefined ? created : { rule: 'pauseEnds' };
    expect(causeText(factId, cause, history, names)).toBe(text);
  });

  it('says by what somebody counts as an agent', () => {
    const agents = { by: 'roles', roles: [{ id: '10002', name: 'Service Desk Team' }] } as const;
    expect(causeText('2', { rule: 'noGoal' }, history, { ...names, agents })).toBe(
      'an agent (someone in the space role Service Desk Team) commented',
    );
  });

  it.each(['en', 'ru'] as const)('has words in %s for every rule of the engine', (locale) => {
    prepareSurface({ locale });
    const told = ENGINE_RULES.map((rule) => causeText(undefined, { rule }, history, names));
    expect(told.filter((text) => text.startsWith('sla.'))).toEqual([]);
    const foreign = locale === 'ru' ? /[a-z]/i : /[а-я]/i;
    expect(told.filter((text) => foreign.test(text.replaceAll('SLA', '')))).toEqual([]);
  });

  it('tells a Russian reader in Russian what happens by time alone, and every kind of trigger and of idleness', () => {
    prepareSurface({ locale: 'ru' });
    const words = { locale: 'ru', say: t, zone: 'UTC' } as const;
    const own = {
      unmet: [{ condition: { field: 'priority', op: 'in', values: ['1'] }, actual: [] }],
    } as const;
    const idle: readonly IdleReason[] = [
      { kind: 'scope', ...own },
      {
        kind: 'noGoal',
        goals: [
          { goalId: '1', ...own },
          { goalId: '2', unmet: [] },
        ],
      },
      { kind: 'noDate', goalId: '1', field: 'duedate' },
      { kind: 'agreement', name: 'А', validFrom: '2026-06-01', validTo: '2026-07-01' },
      { kind: 'notStarted', start: [{ on: 'created' }, { on: 'approval', decision: 'approved' }] },
    ];
    const causes: readonly EventCause[] = [
      { trigger: { on: 'commented', by: ['agent', 'requester', 'other', 'app'], audience: 'any' } },
      { trigger: { on: 'linked' } },
      { trigger: { on: 'while', condition: { field: 'resolution', op: 'set' } } },
      { pause: 'approval' },
      { rule: 'retired' },
      { rule: 'definitionChanged' },
    ];
    const told = [
      ...idle.map((each) => idleText(each, words)),
      ...causes.map((each) => ruleText(each, words)),
      ...causes.map((each) => causeText(undefined, each, history, names)),
    ];
    expect(told.filter((text) => /[a-z]/i.test(text.replaceAll('SLA', '')))).toEqual([]);
  });

  it('keeps the words of an admin for reasons the app does not know', () => {
    expect(reasonText('vendor')).toBe('waiting for a supplier');
    expect(reasonText('Customs')).toBe('Customs');
  });
});
