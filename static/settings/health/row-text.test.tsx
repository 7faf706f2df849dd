import { instantParam } from '../../../src/kernel/finding';
import { HEALTH_CODES } from '../../../src/settings/domain/health-codes';
import type { HealthRow } from '../../../src/settings/domain/answers';
import { definitionsOf, goalOf, metricOf } from '../../../src/sla/engine/testing/build';
import { prepareSurface } from '../../shared/testing/surface';
import { adviceOf, rowText } from './row-text';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const NONE = definitionsOf([], { calendars: [] });
const row = (code: HealthRow['code'], params: HealthRow['params'] = {}, at = ''): HealthRow => ({
  code,
  severity: 'error',
  whose: 'metric:m',
  at,
  params,
});

describe.each(['en', 'ru'] as const)('rows in %s', (language) => {
  it('have a text for every code there is', () => {
    prepareSurface({ locale: language });
    const untold = HEALTH_CODES.filter((code) => /(^|: )(finding|settings)\./.test(rowText(row(code), NONE)));
    expect(untold).toEqual([]);
  });

  it('say what to do about everything that does not say so itself', () => {
    prepareSurface({ locale: language });
    const silent = HEALTH_CODES.filter(
      (code) => !code.startsWith('sla.definition.') && adviceOf(row(code)) === '',
    );
    expect(silent).toEqual([]);
  });
});

describe('rows for a Russian reader', () => {
  beforeEach(() => prepareSurface({ locale: 'ru', formatLocale: 'ru-RU' }));

  it('tell a red test case with what was expected and what came out', () => {
    const definitions = definitionsOf(metricOf({ goals: [{ ...goalOf(8), name: 'Обычная' }] }));
    const failed = (params: HealthRow['params']) =>
      rowText(row('sla.definition.TEST_CASE_FAILED', { test: 'Утро', ...params }), definitions);
    expect(failed({ what: 'due', expected: '2026-06-01T13:00', actual: '2026-06-01T14:00' })).toBe(
      'Контрольный пример «Утро» не прошёл: Срок: ожидалось 2026-06-01 13:00, получилось 2026-06-01 14:00. ' +
        'Исправьте определение или, если новый результат верен, измените ожидание примера.',
    );
    expect(failed({ what: 'goal', expected: '8h', actual: '' })).toContain(
      'ожидалось Обычная, получилось Нет',
    );
    expect(failed({ problem: 'BAD_TIME', text: 'завтра' })).toContain(
      'не прошёл: «завтра» — не время. Исправьте',
    );
  });

  it('say why something could not be done, in Jira’s words only where they are Jira’s', () => {
    const failed = (why: string) =>
      rowText(row('request.stepFailed', { step: 'move', at: '1.06', why }), NONE);
    expect(failed('NO_TRANSITION')).toMatch(/нет перехода из её статуса в нужный\.$/);
    expect(failed('JIRA_UNAVAILABLE')).toContain('Jira сейчас недоступна');
    expect(failed('Cost is required.')).toContain('Cost is required.');
  });

  it('say where in a definition a broken rule is', () => {
    const broken = row('sla.definition.TARGET_ZERO', { goal: 'Обычная' }, 'goals.1.target');
    expect(rowText(broken, NONE)).toMatch(/^Цели › 2 › срок: /);
    expect(rowText(broken, NONE)).toContain('«Обычная»');
    expect(adviceOf(broken)).toBe('');
  });

  it('tell problems of items, and how many more are alike', () => {
    expect(rowText(row('item.noOptions', { field: 'model', count: 3 }), NONE)).toBe(
      'В поле «model» не из чего выбирать. Добавьте варианты. И ещё 2 такие же проблемы.',
    );
    expect(rowText(row('item.missingTranslation', { count: 3 }), NONE)).toBe('3 текста не переведены.');
  });

  it('name what an escalation wanted to do', () => {
    const params = {
      level: 'Уровень 1',
      action: 'label',
      at: instantParam(Date.UTC(2026, 10, 1, 8)),
      metricId: 'm',
    };
    expect(rowText(row('sla.escalation.actionRefused', params), NONE)).toContain('Добавить метку');
  });
});
