import { sayer } from '../../../kernel/words';
import { EXPLAIN } from '../../words/explain';
import { describe, expect, it } from '@jest/globals';
import type { Fact, Fields } from '../model';
import { replay } from '../replay/replay';
import {
  at,
  changeAt,
  definitionsOf,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  statusAt,
} from '../testing/build';
import { EXCUSE_CATEGORIES } from '../../definitions/domain/policy/model';
import { explain } from './explain';
import { namesIn } from './names';
import { timelineText } from './timeline';

const say = sayer(EXPLAIN, 'en');

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const nameOf = namesIn({
  status: { Waiting: 'Waiting for requester' },
  priority: { '2': 'High' },
  assignee: { anna: 'Anna' },
});
const metric = metricOf({
  goals: [goalOf(2, is('priority', '1'), 'Platinum'), goalOf(8, is('priority', '2'), 'Gold'), goalOf(40)],
});

const explained = (
  facts: readonly Fact[],
  now: string,
  locale: 'en' | 'ru',
  initial: Fields = { priority: ['2'] },
): string => {
  const result = replay(definitionsOf(metric), historyOf('2026-06-01T10:00', facts, initial), at(now), {
    trace: true,
  }).metrics[0];
  if (!result) throw new Error('no metric');
  return plain(
    explain(result, at(now), {
      locale,
      say: sayer(EXPLAIN, locale),
      zone: 'Europe/Berlin',
      nameOf,
      definition: metric,
    }),
  );
};
const waiting = statusAt('2026-06-01T14:05', 'Open', 'Waiting');

describe('explain', () => {
  it('says why it is paused, by whom, what is left and which goal was chosen', () => {
    expect(explained([waiting], '2026-06-01T16:15', 'en')).toBe(
      'Paused for 2 h 10 min: status was Waiting for requester, waiting for the requester (Anna, Mon 1 Jun, 14:05); ' +
        '3 h 55 min left; due Tue 2 Jun, 12:10 if resumed now. ' +
        'Goal “Gold” was chosen because priority is High (rule 2 of 3).',
    );
    expect(explained([waiting], '2026-06-01T16:15', 'ru')).toBe(
      'На паузе 2 ч 10 мин: статус «Waiting for requester», ждём заявителя (Anna, пн 1 июн., 14:05); ' +
        'осталось 3 ч 55 мин; срок вт 2 июн., 12:10, если возобновить сейчас. ' +
        'Выбрана цель «Gold», так как приоритет — High (правило 2 из 3).',
    );
  });

  it('says what is left, when it is due, and when work goes on', () => {
    expect(explained([], '2026-06-01T11:00', 'en')).toMatch(
      /^Running: 7 h left, due Tue 2 Jun, 10:00\. Goal/,
    );
    expect(explained([], '2026-06-01T20:00', 'en')).toContain(
      'Outside working hours now; resumes Tue 2 Jun, 09:00.',
    );
    expect(explained([], '2026-06-01T20:00', 'ru')).toContain(
      'Сейчас нерабочее время; отсчёт продолжится вт 2 июн., 09:00.',
    );
  });

  it('says by how much it is late or was met', () => {
    const done = (when: string) => [statusAt(when, 'Open', 'Done')];
    expect(explained([], '2026-06-02T12:00', 'en')).toMatch(
      /^Breached: 2 h overdue, was due Tue 2 Jun, 10:00\./,
    );
    expect(explained(done('2026-06-01T12:00'), '2026-06-03T12:00', 'en')).toMatch(/^Met with 6 h left\./);
    expect(explained(done('2026-06-02T13:00'), '2026-06-03T12:00', 'ru')).toMatch(/^Опоздание 3 ч\./);
  });

  const byHand = (extra: object) => ({ at: at('2026-06-01T11:00'), id: '900', by: 'anna', ...extra }) as Fact;

  it('names the reason and the person of a pause by hand, not a status that has nothing to do with it', () => {
    const pause = byHand({ kind: 'pause', reason: 'vendor ships' });
    expect(explained([pause], '2026-06-01T12:00', 'en')).toMatch(
      /^Paused for 1 h: “vendor ships” \(Anna, Mon 1 Jun, 11:00\); 7 h left/,
    );
    expect(explained([pause], '2026-06-01T12:00', 'ru')).toMatch(
      /^На паузе 1 ч: «vendor ships» \(Anna, пн 1 июн\., 11:00\); осталось 7 ч/,
    );
  });

  it('names the condition of a pause that does not look at the status', () => {
    const definition = metricOf({ pause: [{ reason: 'vendor', when: is('vendor', 'acme') }] });
    const change = changeAt('2026-06-01T11:00', { field: 'vendor', from: [], to: ['acme'] });
    const result = replay(
      definitionsOf(definition),
      historyOf('2026-06-01T10:00', [change]),
      at('2026-06-01T12:00'),
      {
        trace: true,
      },
    ).metrics[0];
    expect(result && explain(result, at('2026-06-01T12:00'), { locale: 'en', say, zone: 'UTC' })).toMatch(
      /^Paused for 1 h: vendor is acme, waiting for a supplier \(/,
    );
  });

  const graced = (facts: readonly Fact[], now: string, locale: 'en' | 'ru'): string => {
    const definition = metricOf({ graceMs: HOUR, goals: [goalOf(2)] });
    const history = historyOf('2026-06-01T10:00', facts);
    const result = replay(definitionsOf(definition), history, at(now), { trace: true }).metrics[0];
    return result
      ? plain(explain(result, at(now), { locale, say: sayer(EXPLAIN, locale), zone: 'Europe/Berlin' }))
      : '';
  };

  it('tells met within grace from met in time', () => {
    const done = [statusAt('2026-06-01T12:30', 'Open', 'Done')];
    expect(graced(done, '2026-06-01T15:00', 'en')).toMatch(/^Met within grace, 30 min after it was due\./);
    expect(graced(done, '2026-06-01T15:00', 'ru')).toMatch(
      /^Выполнено в пределах допуска, через 30 мин после срока\./,
    );
  });

  it('says of what runs, or is paused, past its due time that grace is left', () => {
    expect(graced([], '2026-06-01T12:30', 'en')).toMatch(
      /^Running: was due Mon 1 Jun, 12:00, 30 min ago, still within grace\./,
    );
    expect(graced([], '2026-06-01T12:30', 'ru')).toMatch(
      /^Идёт: срок был пн 1 июн\., 12:00, 30 мин назад, ещё в пределах допуска\./,
    );
    const paused = [statusAt('2026-06-01T12:30', 'Open', 'Waiting')];
    expect(graced(paused, '2026-06-01T12:40', 'en')).toContain('; due 30 min ago, still within grace');
  });

  it('says in words why a breach does not count', () => {
    const facts = [
      statusAt('2026-06-02T13:00', 'Open', 'Done'),
      byHand({
        at: at('2026-06-02T14:00'),
        kind: 'excuse',
        metricId: 'm',
        cycle: 1,
        category: 'outage',
        reason: 'no power',
      }),
    ];
    expect(explained(facts, '2026-06-03T12:00', 'en')).toContain(
      'Excluded from reports. An outage: “no power”.',
    );
    expect(explained(facts, '2026-06-03T12:00', 'ru')).toContain(
      'Исключено из статистики. Сбой: «no power».',
    );
  });

  it('has a word in both languages for every category of excuses', () => {
    for (const category of EXCUSE_CATEGORIES)
      for (const locale of ['en', 'ru'] as const)
        expect(EXPLAIN[locale]).toHaveProperty([`sla.category.${category}`]);
  });

  it('tells late by no working time from late', () => {
    const definitions = definitionsOf(metricOf({ goals: [goalOf(7)] }));
    const history = historyOf('2026-06-01T10:00', [statusAt('2026-06-01T18:00', 'Open', 'Done')]);
    const result = replay(definitions, history, at('2026-06-02T10:00')).metrics[0];
    expect(result && explain(result, at('2026-06-02T10:00'), { locale: 'en', say, zone: 'UTC' })).toMatch(
      /^Late by no working time, by 1 h of wall time\./,
    );
  });

  it('says why nothing is measured', () => {
    const result = replay(
      definitionsOf(metricOf({ scope: is('a', 'b') })),
      historyOf('2026-06-01T10:00'),
      at('2026-06-01T11:00'),
    ).metrics[0];
    expect(result && explain(result, 0, { locale: 'ru', say: sayer(EXPLAIN, 'ru'), zone: 'UTC' })).toBe(
      'Не измеряется: задача вне области действия этого SLA.',
    );
  });
});

describe('timelineText', () => {
  it('lists what happened, when, by whom and with which goals', () => {
    const history = historyOf('2026-06-01T10:00', [waiting], { priority: ['2'] });
    const result = replay(definitionsOf(metric), history, at('2026-06-01T16:00'), { trace: true }).metrics[0];
    expect(
      result && timelineText(result, { locale: 'en', say, zone: 'Europe/Berlin', nameOf }).map(plain),
    ).toEqual([
      'Mon 1 Jun, 10:00  Started (the work item is created) by rita; goal Gold; didn’t match: Platinum needs priority 1 (was High)',
      'Mon 1 Jun, 14:05  Paused (waiting for the requester: status is Waiting for requester) by Anna',
    ]);
  });
});
