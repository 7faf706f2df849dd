import type { MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { becomes, calendarOf, goalOf, is, metricOf } from '../../../src/sla/engine/testing/build';
import { addTexts } from '../../shared/i18n';
import { cataloguesIn } from '../../shared/testing/catalogues';
import { fieldCatalog } from './field-catalog';
import { metricText, triggerText } from './metric-text';

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

describe('a metric in words', () => {
  it('tells what starts, pauses and stops it, and each goal with its calendar', () => {
    speak('en');
    expect(metricText(metric, around)).toBe(
      'Starts when the work item is created; pauses while Status is Waiting; stops when Status becomes Done. ' +
        'Promise: 4 h of working time in calendar Berlin if Priority is High; else 8 h of working time in calendar Berlin.',
    );
  });

  it('does so in Russian', () => {
    speak('ru');
    expect(metricText({ ...metric, goals: [goalOf(8)] }, around)).toBe(
      'Отсчёт начинается, когда задача создана; стоит, пока Status — Waiting; останавливается, когда Status становится Done. ' +
        'Обещание: 8 ч рабочего времени по календарю «Berlin».',
    );
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
