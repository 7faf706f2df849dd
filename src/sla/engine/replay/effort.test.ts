import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Calendar } from '../calendar/calendar';
import type { Fact, MetricDefinition } from '../model';
import { at, definitionsOf, goalOf, historyOf, HOUR, is, metricOf } from '../testing/build';
import { replay } from './replay';

/** What a replay costs, counted in questions to calendars instead of time: the same on any machine. */

let asked: jest.SpiedFunction<Calendar['workingMs']>;
let added: jest.SpiedFunction<Calendar['addWorking']>;
beforeEach(() => {
  asked = jest.spyOn(Calendar.prototype, 'workingMs');
  added = jest.spyOn(Calendar.prototype, 'addWorking');
});
afterEach(() => {
  jest.restoreAllMocks();
});

const START = at('2026-06-01T09:00');
const entries = (count: number, field: string, valueOf: (i: number) => string): readonly Fact[] =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'change',
    at: START + (i + 1) * 60_000,
    id: String(i + 1),
    by: null,
    changes: [{ field, from: [], to: [valueOf(i)] }],
  }));

const metrics = (count: number, parts: Partial<MetricDefinition> = {}) =>
  definitionsOf(Array.from({ length: count }, (_, i) => metricOf({ id: `m${i}`, ...parts })));

const questions = (facts: readonly Fact[], definitions = metrics(3)): number => {
  asked.mockClear();
  added.mockClear();
  replay(definitions, historyOf('2026-06-01T09:00', facts), START + 900 * HOUR);
  return asked.mock.calls.length + added.mock.calls.length;
};

describe('the cost of a replay', () => {
  it('does not grow with entries about fields nobody looks at', () => {
    expect(questions(entries(1000, 'summary', String))).toBe(questions([]));
  });

  it('does not grow with entries that touch a metric without moving it', () => {
    expect(questions(entries(1000, 'status', (i) => (i % 2 ? 'Open' : 'Work')))).toBe(questions([]));
  });

  it('is one question for each pause, and none for going on', () => {
    const pauses = entries(200, 'status', (i) => (i % 2 ? 'Open' : 'Waiting'));
    expect(questions(pauses) - questions([])).toBe(100 * 3);
  });

  it('is one question for each change of goal', () => {
    const goals = [goalOf(800, is('priority', 'High')), goalOf(900)];
    const facts = entries(100, 'priority', (i) => (i % 2 ? 'Low' : 'High'));
    const definitions = metrics(3, { goals });
    expect(questions(facts, definitions) - questions([], definitions)).toBe(100 * 3);
  });
});
