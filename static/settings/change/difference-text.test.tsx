import type { Json } from '../../../src/kernel/json';
import { prepareSurface } from '../../shared/testing/surface';
import { differenceText, isAboutPeople } from './difference-text';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const SALES = '276f955c-63d7-42c8-9520-92d01dca0625';
const NAMES: Readonly<Record<string, string>> = {
  10001: 'Finance',
  de: 'Germany',
  sla: 'Company SLA',
  [SALES]: 'Sales',
};
const OWN: Readonly<Record<string, string>> = { m: 'Everything else', sla: 'Credit below 95 %' };
const nameOf = (id: string, ownerId?: string) =>
  id === 'rest' ? (OWN[ownerId ?? ''] ?? id) : (NAMES[id] ?? id);
const says = (path: string, before?: Json, after?: Json) => differenceText({ path, before, after }, nameOf);
const christmas = { kind: 'date', date: '2027-12-25', name: 'Christmas Day' };

describe('a difference in English', () => {
  beforeEach(() => prepareSurface());

  it.each<[string, Json | undefined, Json | undefined, string]>([
    ['metrics.m.goals.rest.target.ms', 14_400_000, 7_200_000, 'Goals › Everything else › target: 4 h → 2 h'],
    [
      'metrics.m.spaces.10001.goals.rest.target.ms',
      14_400_000,
      7_200_000,
      'Goals overridden by a space › Finance › Goals › Everything else › target: 4 h → 2 h',
    ],
    [
      'metrics.m.spaces.10001',
      undefined,
      { id: '10001', goals: [{ id: 'g', name: 'High' }] },
      'Goals overridden by a space › added: Finance',
    ],
    ['metrics.m.visibility', 'date', 'hidden', 'Requesters see: the promised date → nothing'],
    [
      'calendars.c.week.mon.0',
      ['09:00', '17:00'],
      ['08:00', '17:00'],
      'Week › Monday › 1: 09:00, 17:00 → 08:00, 17:00',
    ],
    ['calendars.c.holidaySetIds', [], ['de'], 'Holiday sets: nothing → Germany'],
    ['holidaySets.de.holidays.3', undefined, christmas, 'Holidays › added: 25 Dec 2027 Christmas Day'],
    ['holidaySets.de.holidays.3', christmas, undefined, 'Holidays › removed: 25 Dec 2027 Christmas Day'],
    [
      'holidaySets.de.holidays.3.date',
      '2027-12-24',
      '2027-12-25',
      'Holidays › 4 › date: 24 Dec 2027 → 25 Dec 2027',
    ],
    [
      'holidaySets.de.holidays.0',
      undefined,
      { kind: 'yearly', month: 5, day: 1, name: 'Labour Day' },
      'Holidays › added: Labour Day, every year on 1 May',
    ],
    [
      'holidaySets.de.holidays.0',
      undefined,
      { kind: 'rule', month: 11, weekday: 'thu', nth: 4, name: 'Thanksgiving' },
      'Holidays › added: Thanksgiving, 4th Thursday of November',
    ],
    [
      'agreements.ola.affectsParent',
      'none',
      'pause',
      'Effect on the agreement above: no effect above → pauses the one above',
    ],
    ['agreements.ola.measuredOn', undefined, { kind: 'child' }, 'Measured on: nothing → child work items'],
    [
      'agreements.ola.measuredOn.kind',
      'child',
      'link',
      'Measured on › kind: child work items → linked work items',
    ],
    [
      'agreements.ola.measuredOn.direction',
      undefined,
      'outward',
      'Measured on › direction of the link: nothing → from it',
    ],
    [
      'agreements.sla.terms',
      undefined,
      { review: { period: 'month' }, commitments: [] },
      'Judged over a period: nothing → set up',
    ],
    [
      'agreements.sla.terms.finance.bands.rest.share',
      '5',
      '10',
      'Judged over a period › money › bands › Credit below 95 % › percent of the charge: 5 → 10',
    ],
    [
      'agreements.sla.terms.finance.bands.8f2b',
      undefined,
      { id: '8f2b', kind: 'reward', at: 99, share: 1 },
      'Judged over a period › money › bands › added: Reward from 99 % on',
    ],
    [
      'agreements.sla.terms.review.period',
      'month',
      'quarter',
      'Judged over a period › review period › period: Calendar month → Calendar quarter',
    ],
    [
      'agreements.sla.terms.commitments.8f2b.direction',
      'atLeast',
      'atMost',
      'Judged over a period › commitments › 8f2b › direction: at least → at most',
    ],
    ['metrics.m.goals.8f2b', undefined, { id: '8f2b', name: 'Night' }, 'Goals › added: Night'],
    ['agreements.ola.consumers.0', undefined, SALES, 'Consumers › added: Sales'],
    ['display.bands.warning.minutes', 0, 30, 'Display › Colours › warning › working minutes left: 0 → 30'],
    ['display.forecasts', true, false, 'Display › Forecasts shown: yes → no'],
    [
      'display.groupField',
      'customfield_1',
      null,
      'Display › Field that holds the team or group: customfield_1 → nothing',
    ],
    ['agreements.ola.parentId', undefined, 'sla', 'Belongs to: nothing → Company SLA'],
    [
      'agreements.ola',
      undefined,
      { $large: 'object', size: 9, name: 'Between the teams' },
      'Agreement “Between the teams”: new',
    ],
    ['holidaySets.de', { id: 'de', name: 'Germany' }, undefined, 'Holiday set “Germany”: removed'],
    ['metrics.m.stop.1', undefined, { on: 'created' }, 'Stops when › added: the work item is created'],
    [
      'metrics.m.pause.0.when',
      { field: 'priority', op: 'in', values: ['1'] },
      { all: [] },
      'Pauses › 1 › condition: priority is 1 → all work items',
    ],
    [
      'metrics.m.pause.0.when',
      { all: [] },
      { not: { field: 'priority', op: 'in', values: ['1'] } },
      'Pauses › 1 › condition: all work items → not (priority is 1)',
    ],
    [
      'metrics.m.stop',
      undefined,
      [{ on: 'created' }, { on: 'approval', decision: 'approved' }],
      'Stops when: nothing → the work item is created, an approval is given',
    ],
    [
      'metrics.m.stop.0',
      undefined,
      { on: 'commented', by: ['agent'], audience: 'any', groups: [SALES] },
      'Stops when › added: an agent of Sales comments',
    ],
    ['form.p.hint', undefined, { en: 'Which one?', ru: 'Какой?' }, 'Form › p › hint: nothing → Which one?'],
    ['form.p.limits', undefined, { min: 1, max: 5 }, 'Form › p › limits: nothing → least: 1, most: 5'],
    ['display.x', undefined, { $large: 'object', size: 12 }, 'Display › x: nothing → 12 settings'],
    ['display.y', [], { $large: 'list', size: 40 }, 'Display › y: nothing → 40 entries'],
    ['resumeAt', undefined, Date.UTC(2026, 5, 1, 12), 'until: nothing → Mon 1 Jun, 14:00'],
  ])('%s', (path, before, after, words) => {
    expect(says(path, before, after).replaceAll('\u00a0', ' ')).toBe(words);
  });

  it('of a responsible person is left to who knows people’s names', () => {
    expect(isAboutPeople({ path: 'agreements.a.responsible', after: 'sergey' })).toBe(true);
    expect(isAboutPeople({ path: 'agreements.a.name', after: 'x' })).toBe(false);
  });
});

describe('a difference in Russian', () => {
  beforeEach(() => prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' }));

  it('is told in Russian words, and a metric by its Russian name', () => {
    expect(says('agreements.ola.affectsParent', 'none', 'pause')).toBe(
      'Влияние на вышестоящее соглашение: не влияет на вышестоящее → приостанавливает вышестоящее',
    );
    expect(says('metrics.m', undefined, { id: 'm', name: { en: 'Delivery', ru: 'Выдача' } })).toBe(
      'SLA «Выдача»: добавлено',
    );
    expect(
      says('holidaySets.de.holidays.0', undefined, { kind: 'yearly', month: 5, day: 9, name: 'День Победы' }),
    ).toBe('Праздники › добавлено: День Победы, каждый год 9 мая');
    expect(says('metrics.m.stop.1', undefined, { on: 'created' })).toBe(
      'Завершается, когда › добавлено: задача создана',
    );
  });
});

describe('what the audit log tells of anything else', () => {
  it.each([
    [{ path: 'state', before: 'published', after: 'retired' }, 'состояние: опубликована → снята'],
    [
      { path: 'item:laptop', before: 'draft', after: 'published' },
      'Позиция каталога laptop: черновик → опубликована',
    ],
    [{ path: 'service:it', after: 'imported' }, 'Услуга it: ничего → импортирована'],
    [{ path: 'category', after: 'outage' }, 'категория: ничего → Сбой'],
    [{ path: 'from', after: 'target' }, 'отсчёт: ничего → после срока'],
  ])('%o is in the reader’s language', (difference, text) => {
    prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' });
    expect(differenceText(difference)).toBe(text);
  });
});
