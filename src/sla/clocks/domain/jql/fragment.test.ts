import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { definitions as base } from '../../../testing/definitions';
import type { SlaDefinitions } from '../../../engine/model';
import { all, any, compare, empty, equal, negated, quoted, written } from './clause';
import { fragmentOf, type JqlCall } from './fragment';
import { FUNCTIONS } from './functions';

const definitions: SlaDefinitions = {
  ...base,
  agreements: [
    { id: 'gold', name: 'Gold support', kind: 'SLA', provider: 'IT', consumers: [], affectsParent: 'none' },
  ],
};
const ask = (name: string, args: readonly string[] = [], operator: JqlCall['operator'] = 'in'): string =>
  fragmentOf({ name, operator, arguments: args }, definitions, 'cf[10050]');
/** Arguments a function takes before the metric. */
const ownArguments = (name: string): readonly string[] =>
  (FUNCTIONS[name]?.own ?? []).map(
    ({ name: arg }) => ({ within: '4h', comparison: '< 2h', reason: 'vendor' })[arg] ?? '',
  );
const MEASURED = "issue.property['pledge-sla'].measured";
const slot = (n: number, path: string): string => `issue.property['pledge-sla'].metrics.m${n}.${path}`;

describe('a JQL function', () => {
  test.each([
    ['slaBreached', [], '(pledgeSlaState = "breached" OR cf[10050] < now())'],
    ['slaEverBreached', [], '(pledgeEverBreached = "yes" OR cf[10050] < now())'],
    ['slaRunning', [], 'pledgeRunning = "yes"'],
    ['slaPaused', [], 'pledgePaused = "yes"'],
    ['slaPaused', ['any'], 'pledgePaused = "yes"'],
    ['slaCompleted', [], 'pledgeCompleted = "yes"'],
    ['slaNotStarted', [], 'pledgeNotStarted = "yes"'],
    ['slaCancelled', [], 'pledgeCancelled = "yes"'],
    ['slaExcused', [], 'pledgeExcused = "yes"'],
    ['slaAtRisk', ['1D 4h'], '(cf[10050] >= now() AND cf[10050] <= "1d 4h")'],
  ])('%s(%j) is %s', (name, args, jql) => {
    expect(ask(name, args)).toBe(jql);
  });

  test('with a metric asks each of the six for it, by id, whatever its name or its case', () => {
    const jql = ask('slaBreached', ['выполнение']);
    expect(jql).toBe(ask('slaBreached', ['DELIVERY']));
    expect(
      jql.startsWith(
        `((${slot(1, 'id')} = "delivery" AND (${slot(1, 'breached')} = "yes" OR (${slot(1, 'next')} = "yes" AND cf[10050] < now()))) OR`,
      ),
    ).toBe(true);
    expect(jql).toContain(`${slot(6, 'id')} = "delivery"`);
  });

  test('takes an agreement where it takes a metric', () => {
    expect(ask('slaRunning', ['gold SUPPORT'])).toContain(`${slot(1, 'agreement')} = "gold"`);
  });

  test.each([
    ['slaRemaining', '< 2h', `${slot(1, 'remainingMs')} < 7200000`],
    ['slaElapsed', '>= 1h 30m', `${slot(1, 'elapsedMs')} >= 5400000`],
    ['slaTarget', '=45m', `${slot(1, 'goalMs')} = 2700000`],
  ])('%s("%s") compares milliseconds of working time', (name, text, part) => {
    expect(ask(name, [text])).toContain(part);
  });

  test.each([
    ['slaAtRisk', [], 'slaAtRisk needs its argument "within": slaAtRisk(within, metric?).'],
    ['slaAtRisk', ['soon'], '"soon" is not a period. Write a number with m, h, d or w'],
    ['slaAtRisk', ['-4h'], 'is not a period'],
    ['slaElapsed', ['> 1d'], 'is not a comparison of working time'],
    ['slaElapsed', ['8h'], 'is not a comparison of working time'],
    [
      'slaBreached',
      ['Nope'],
      'There is no SLA metric or agreement "Nope". The SLA panel of a work item names those you may see.',
    ],
    ['slaBreached', ['a', 'b'], 'slaBreached has too many arguments: slaBreached(metric?).'],
    ['slaPaused', [' '], 'The reason is empty.'],
    ['toString', [], 'Pledge has no function toString.'],
  ])('%s(%j) is refused in words', (name, args, words) => {
    expect(() => ask(name, args)).toThrow(words);
  });

  test('cannot be broken out of: what is typed stays inside quotes', () => {
    expect(ask('slaPaused', ['x" OR project = "SEC'])).toContain('pauseReason = "x\\" OR project = \\"SEC"');
    expect(quoted('a\\" \n b')).toBe('"a\\\\\\"   b"');
  });

  test('asks properties with documented operators only: no EMPTY, no lists, no time of the search', () => {
    for (const name of Object.keys(FUNCTIONS)) {
      for (const operator of ['in', 'not in'] as const) {
        for (const metric of [[], ['Delivery'], ['gold']]) {
          const asked = ask(name, [...ownArguments(name), ...metric], operator)
            .split(/ AND | OR /)
            .map((part) => part.replace(/^\(+/, '').replace(/\)+$/, ''));
          const properties = asked.filter((part) => !part.startsWith('cf['));
          for (const part of properties)
            expect(part).toMatch(
              /^(pledge\w+|issue\.property\['pledge-sla'\][\w.]+) (!?= "[^"]*"|([<>]=?|!?=) \d+)$/,
            );
        }
      }
    }
  });

  test('works without the field but for what only it can tell', () => {
    const without = (name: string) =>
      fragmentOf({ name, operator: 'in', arguments: name === 'slaAtRisk' ? ['4h'] : [] }, definitions);
    expect(without('slaBreached')).toBe('pledgeSlaState = "breached"');
    expect(() => without('slaAtRisk')).toThrow('next breach');
  });

  test('holds no instant, so that what Jira keeps of it never goes stale', () => {
    for (const [name, { own }] of Object.entries(FUNCTIONS)) {
      const args = own.map(
        ({ name: arg }) => ({ within: '4h', comparison: '< 2h', reason: 'vendor' })[arg] ?? '',
      );
      for (const operator of ['in', 'not in'] as const) {
        for (const given of [args, [...args, 'Delivery']])
          expect(ask(name, given, operator)).not.toMatch(/\d{4}-\d\d-\d\d|\d{12,}/);
      }
    }
  });
});

describe('a metric that requesters do not see', () => {
  const secret: SlaDefinitions = {
    ...definitions,
    metrics: definitions.metrics.map((each) =>
      each.id === 'delivery' ? { ...each, visibility: 'hidden' as const } : each,
    ),
  };
  const refusalOf = (metric: string): string => {
    try {
      return fragmentOf({ name: 'slaRunning', operator: 'in', arguments: [metric] }, secret);
    } catch (error) {
      return String(error);
    }
  };

  test('is not known to searches, which hold nothing of it, and named to nobody', () => {
    expect(refusalOf('Delivery')).toContain('There is no SLA metric or agreement "Delivery"');
    expect(refusalOf('x')).not.toContain('Delivery');
  });

  test('is named to nobody, nor is any other, nor an agreement: who searches is not known', () => {
    expect(refusalOf('x')).not.toMatch(/Delivery|First response|Gold support/);
  });
});

describe('the negation', () => {
  test('counts an empty field as not fulfilling, and leaves out what was never measured', () => {
    expect(ask('slaBreached', [], 'not in')).toBe(
      '((pledgeRunning = "yes" OR pledgeRunning = "no") AND (pledgeSlaState != "breached" AND (cf[10050] >= now() OR cf[10050] is EMPTY)))',
    );
    expect(ask('slaNotStarted', [], 'not in')).toContain(
      '(pledgeNotStarted = "yes" OR pledgeNotStarted = "no")',
    );
    expect(ask('slaRunning', ['Delivery'], 'not in')).toContain(
      `(${slot(1, 'id')} = "delivery" AND (${slot(1, 'state')} = "RUNNING" OR ${slot(1, 'state')} = "PAUSED" OR `,
    );
    // Of six metrics that are searchable an issue may have two: of the third nothing can be asked.
    expect(ask('slaRunning', ['Delivery'], 'not in')).toContain(
      `(${MEASURED} < 3 OR (${slot(3, 'id')} != "delivery" OR ${slot(3, 'state')} != "RUNNING"))`,
    );
  });

  test('of a number counts those of which it is not known', () => {
    expect(ask('slaRemaining', ['< 2h'], 'not in')).toContain(
      `(${MEASURED} < 1 OR (${slot(1, 'remainingMs')} >= 7200000 OR (${slot(1, 'times')} = "none" OR ${slot(1, 'times')} = "goal" OR ${slot(1, 'times')} = "withheld")))`,
    );
  });

  test('of a number counts metrics of which requesters are told the state alone, finished ones too', () => {
    for (const name of ['slaRemaining', 'slaElapsed', 'slaTarget'])
      expect(ask(name, ['< 2h'], 'not in')).toContain(`${slot(1, 'times')} = "withheld"`);
  });

  test('of a conjunction is the disjunction of the negations', () => {
    const clause = all(equal('a', 'x'), any(compare('b', '<', '1', empty('b')), equal('c', 'y')));
    expect(written(negated(clause))).toBe('(a != "x" OR ((b >= 1 OR b is EMPTY) AND c != "y"))');
    expect(written({ kind: 'empty', field: 'a', not: true })).toBe('a is not EMPTY');
  });
});

describe('the manifest', () => {
  const { modules } = parse(readFileSync('manifest.yml', 'utf8')) as {
    modules: {
      'jira:entityProperty': readonly {
        propertyKey: string;
        values: readonly { path: string; searchAlias?: string }[];
      }[];
      'jira:jqlFunction': readonly {
        name: string;
        arguments: readonly { name: string; required: boolean }[];
      }[];
    };
  };
  const values = modules['jira:entityProperty'].flatMap((property) => property.values);

  test('declares the functions with their arguments', () => {
    expect(modules['jira:jqlFunction'].map((declared) => [declared.name, declared.arguments])).toEqual(
      Object.entries(FUNCTIONS).map(([name, { own }]) => [
        name,
        [...own, { name: 'metric', required: false }],
      ]),
    );
  });

  test('has Jira index whatever a function asks for, and no more values than Jira takes', () => {
    const indexed = new Set(values.flatMap(({ path, searchAlias }) => [searchAlias, path]));
    for (const [name, { own }] of Object.entries(FUNCTIONS)) {
      const args = own.map(
        ({ name: arg }) => ({ within: '4h', comparison: '< 2h', reason: 'vendor' })[arg] ?? '',
      );
      const jql = [
        ask(name, args),
        ask(name, [...args, 'Delivery']),
        ask(name, [...args, 'gold'], 'not in'),
      ].join(' ');
      const asked = [
        ...[...jql.matchAll(/\bpledge[A-Z]\w*/g)].map(([alias]) => alias),
        ...[...jql.matchAll(/property\['pledge-sla'\]\.([\w.]+)/g)].map(([, path]) => path),
      ];
      expect(asked.filter((each) => !indexed.has(each))).toEqual([]);
    }
    expect(values.length).toBeLessThanOrEqual(100);
  });
});
