import type { MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { becomes, calendarOf, goalOf, is, metricOf } from '../../../src/sla/engine/testing/build';
import { addTexts } from '../../shared/i18n';
import { cataloguesIn } from '../../shared/testing/catalogues';
import { fieldCatalog } from './field-catalog';
import { metricLines, triggerText } from './metric-text';

const catalog = fieldCatalog(
  [
    { value: 'status', label: 'Status' },
    { value: 'priority', label: 'Priority' },
  ],
  { priority: [{ value: '2', label: 'High' }] },
);
const groupName = (group: string) => (group === 'g1' ? 'Duty' : group);
const around = { groupName, catalog, calendars: [calendarOf()], metrics: [metricOf({ id: 'other' })] };
const metric: MetricDefinition = metricOf({
  stop: [becomes('status', 'Done')],
  goals: [goalOf(4, is('priority', '2')), goalOf(8)],
});

const speak = (locale: 'en' | 'ru') => {
  for (const texts of cataloguesIn(locale).values()) addTexts(locale, texts);
};

const told = (of: MetricDefinition) =>
  Object.fromEntries(metricLines(of, around).map(({ label, text }) => [label, text]));

describe('a metric in words', () => {
  it('tells line by line where it applies, what starts, pauses and stops it, and what it promises', () => {
    speak('en');
    expect(told(metric)).toEqual({
      Measures: 'all work items',
      'Starts when': 'the work item is created',
      'Pauses while': 'Status is Waiting',
      'Stops when': 'Status becomes Done',
      Counts: 'Berlin',
      Promises: '4h: 4 h; 8h: 8 h',
    });
  });

  it('does so in Russian', () => {
    speak('ru');
    const goals = [{ ...goalOf(8), name: '' }];
    expect(told({ ...metric, goals, pause: [] })).toMatchObject({
      'Начинается, когда': 'задача создана',
      'Приостанавливается, пока': 'никогда',
      Обещает: 'Все остальные задачи: 8 ч',
    });
  });

  it('says what nobody has chosen yet', () => {
    speak('en');
    const unfinished = { ...metric, scope: is('priority'), stop: [becomes('status')] };
    expect(told(unfinished)).toMatchObject({
      Measures: 'Priority is (not chosen yet)',
      'Stops when': 'Status becomes (not chosen yet)',
    });
  });

  it('names the spaces with goals of their own, and calendars that a field chooses', () => {
    speak('en');
    const calendar = { kind: 'field', field: 'priority', map: { '2': 'berlin' }, fallback: null } as const;
    expect(told({ ...metric, calendar, spaces: [{ id: 'IT', goals: metric.goals }] })).toMatchObject({
      Counts: 'by Priority, otherwise 24×7',
      'Overridden in': 'IT',
    });
  });

  it.each<[Trigger, string]>([
    [
      { on: 'commented', by: ['agent', 'app'], audience: 'internal' },
      'an agent or an app comments internally',
    ],
    [
      { on: 'commented', by: ['agent'], audience: 'any', groups: ['g1', 'night'] },
      'an agent of Duty or night comments',
    ],
    [{ on: 'approval', decision: 'declined' }, 'an approval is declined'],
    [{ on: 'linked', linkTypes: ['blocks'] }, 'a link “blocks” is made'],
    [{ on: 'unlinked' }, 'any link is removed'],
    [{ on: 'metric', metricId: 'other', to: 'met' }, '“Delivery” is met'],
    [{ on: 'changed', field: 'priority' }, 'Priority changes'],
    [
      { on: 'changed', field: 'priority', edge: 'set', and: is('status', 'Open') },
      'Priority is set, provided Status is Open',
    ],
    [{ on: 'while', condition: is('status', 'Open') }, 'as long as Status is Open'],
  ])('%j', (trigger, words) => {
    speak('en');
    expect(triggerText(trigger, around)).toBe(words);
  });
});
