import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { definitions as base } from '../../testing/definitions';
import type { SlaDefinitions } from '../model';
import { all, any, compare, equal, negated, quoted, written } from './clause';
import { fragmentOf, type JqlCall } from './fragment';
import { FUNCTIONS } from './functions';

const definitions: SlaDefinitions = {
  ...base,
  agreements: [
    { id: 'gold', name: 'Gold support', kind: 'SLA', provider: 'IT', consumers: [], affectsParent: 'none' },
  ],
};
const ask = (name: string, args: readonly string[] = [], operator: JqlCall['operator'] = 'in'): string =>
  fragmentOf({ name, operator, arguments: args }, definitions);
const slot = (n: number, path: string): string => `issue.property['pledge-sla'].metrics.m${n}.${path}`;

describe('a JQL function', () => {
  test.each([
    ['slaBreached', [], '(pledgeSlaState = "breached" OR pledgeNextDue < now())'],
    ['slaEverBreached', [], '(pledgeEverBreached = "yes" OR pledgeNextDue < now())'],
    ['slaRunning', [], 'pledgeRunning = "yes"'],
    ['slaPaused', [], 'pledgePaused = "yes"'],
    ['slaPaused', ['any'], 'pledgePaused = "yes"'],
    ['slaCompleted', [], 'pledgeCompleted = "yes"'],
    ['slaNotStarted', [], 'pledgeNotStarted = "yes"'],
    ['slaCancelled', [], 'pledgeCancelled = "yes"'],
    ['slaExcused', [], 'pledgeExcused = "yes"'],
    ['slaAtRisk', ['1D 4h'], '(pledgeNextDue >= now() AND pledgeNextDue <= "1d 4h")'],
  ])('%s(%j) is %s', (name, args, jql) => {
    expect(ask(name, args)).toBe(jql);
  });

  test('with a metric asks each of the six for it, by id, whatever its name or its case', () => {
    const jql = ask('slaBreached', ['выполнение']);
    expect(jql).toBe(ask('slaBreached', ['DELIVERY']));
    expect(
      jql.startsWith(
        `((${slot(1, 'id')} = "delivery" AND (${slot(1, 'breached')} = "yes" OR ${slot(1, 'breachesAt')} < now())) OR`,
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
      'There is no SLA metric or agreement "Nope". Known are "First response", "Delivery", "Gold support".',
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

describe('the negation', () => {
  test('counts an empty field as not fulfilling, and leaves out what was never measured', () => {
    expect(ask('slaBreached', [], 'not in')).toBe(
      '(pledgeRunning in ("yes", "no") AND ((pledgeSlaState != "breached" OR pledgeSlaState is EMPTY) AND (pledgeNextDue >= now() OR pledgeNextDue is EMPTY)))',
    );
    expect(ask('slaNotStarted', [], 'not in')).toContain('pledgeNotStarted in ("yes", "no")');
    expect(ask('slaRunning', ['Delivery'], 'not in')).toContain(
      `(${slot(1, 'id')} = "delivery" AND ${slot(1, 'state')} in ("RUNNING", "PAUSED", "MET", "BREACHED_STOPPED", "CANCELLED"))`,
    );
  });

  test('of a conjunction is the disjunction of the negations', () => {
    const clause = all(equal('a', 'x'), any(compare('b', '<', '1'), compare('c', 'in', '(1, 2)')));
    expect(written(negated(clause))).toBe(
      '((a != "x" OR a is EMPTY) OR ((b >= 1 OR b is EMPTY) AND (c not in (1, 2) OR c is EMPTY)))',
    );
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
