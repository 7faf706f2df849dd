import { sayer } from '../../../kernel/words';
import { CAUSES } from '../../words/causes';
import { describe, expect, it } from '@jest/globals';
import { replay } from '../replay/replay';
import type { Condition, MetricDefinition, Trigger } from '../model';
import { at, becomes, definitionsOf, goalOf, historyOf, is, metricOf } from '../testing/build';
import { namesIn, type TextOptions } from './names';
import { triggerText } from './trigger-text';
import { idleText } from './unmet-text';

const nameOf = namesIn({
  priority: { '1': 'High', '3': 'Medium' },
  field: { customfield_1: 'Region' },
  projectId: { '10': 'Help desk' },
});
const english: TextOptions = { locale: 'en', say: sayer(CAUSES, 'en'), zone: 'UTC', nameOf };
const russian: TextOptions = { locale: 'ru', say: sayer(CAUSES, 'ru'), zone: 'UTC', nameOf };

const idle = (parts: Partial<MetricDefinition>, options: TextOptions): string => {
  const history = historyOf('2026-06-01T10:00', [], { priority: ['3'], projectId: ['11'] });
  const [metric] = replay(definitionsOf(metricOf(parts)), history, at('2026-06-01T11:00'), {
    trace: true,
  }).metrics;
  return metric?.idle ? idleText(metric.idle, options) : '';
};

describe('idleText', () => {
  it('says what each goal asks for and what is there instead', () => {
    const goals = [goalOf(1, is('priority', '1')), goalOf(2, { field: 'customfield_1', op: 'set' })];
    expect(idle({ goals }, english)).toBe(
      'no goal matches: rule 1 needs priority High (is Medium); rule 2 needs Region filled in (is empty)',
    );
    expect(idle({ goals }, russian)).toBe(
      'ни одна цель не подошла: правило 1 — нужно: приоритет «High» (сейчас «Medium»); правило 2 — нужно: Region заполнено (сейчас пусто)',
    );
  });

  it.each<[string, Condition, string]>([
    ['a project', is('projectId', '10'), 'outside its scope: needs space Help desk (is 11)'],
    [
      'every part that fails',
      {
        all: [is('priority', '1'), is('status', 'Open'), { field: 'projectId', op: 'notIn', values: ['11'] }],
      },
      'outside its scope: needs priority High (is Medium) and space other than 11 (is 11)',
    ],
    [
      'alternatives',
      { any: [is('priority', '1'), { field: 'customfield_1', op: 'gt', value: 5 }] },
      'outside its scope: needs priority High (is Medium) or Region > 5 (is empty)',
    ],
    ['no alternative at all', { any: [] }, 'outside its scope: needs what no work item meets'],
    [
      'what must not be',
      { not: is('priority', '3') },
      'outside its scope: needs not (priority is Medium) (is Medium)',
    ],
  ])('names %s that the scope asks for', (_, scope, text) => {
    expect(idle({ scope }, english)).toBe(text);
  });

  it('names the empty field a goal depends on', () => {
    const target = {
      kind: 'dateField',
      field: 'customfield_1',
      time: '12:00',
      outside: 'previousClosing',
    } as const;
    const goals = [{ ...goalOf(1), target }];
    expect(idle({ goals }, english)).toBe('Region, which its goal is taken from, is empty');
  });

  it('says what would start it', () => {
    const start = [becomes('status', 'Work'), { on: 'approval', decision: 'approved' }] as const;
    expect(idle({ start }, english)).toBe(
      'not started yet: it starts when status becomes Work or an approval is given',
    );
    expect(idle({ start }, russian)).toBe(
      'ещё не начато; начнётся, когда: статус становится Work или согласовано',
    );
  });
});

describe('triggerText', () => {
  it.each<[Trigger, string, string]>([
    [{ on: 'created' }, 'the work item is created', 'задача создана'],
    [{ on: 'changed', field: 'assignee', edge: 'set' }, 'assignee is set', 'поле исполнитель заполнено'],
    [
      { on: 'changed', field: 'priority', from: ['3'], to: ['1'], and: is('status', 'Open') },
      'priority changes from Medium to High, provided status is Open',
      'приоритет меняется с Medium на High, при условии: статус — Open',
    ],
    [
      { on: 'commented', by: ['agent'], audience: 'public', groups: ['second-line'] },
      'an agent of second-line comments publicly',
      'специалист из second-line пишет публичный комментарий',
    ],
    [{ on: 'linked', linkTypes: ['blocks'] }, 'a link “blocks” is made', 'добавлена связь «blocks»'],
    [{ on: 'metric', metricId: 'm', to: 'breached' }, '“m” is breached', 'SLA «m» нарушен'],
    [
      { on: 'while', condition: is('priority', '1') },
      'as long as priority is High',
      'пока верно: приоритет — High',
    ],
  ])('%j', (trigger, en, ru) => {
    expect(triggerText(trigger, english)).toBe(en);
    expect(triggerText(trigger, russian)).toBe(ru);
  });
});
