import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../model';
import { definitions } from '../../testing/definitions';
import { outOfEveryScope } from './scope-excludes';
import { projectsInScope } from './scope-projects';

const scoped = (...scopes: readonly Condition[]) => ({
  metrics: scopes.map((scope) => ({ ...definitions.metrics[0]!, scope })),
});
const project: Condition = { field: 'projectId', op: 'in', values: ['1', '2'] };
const type: Condition = { field: 'issuetype', op: 'in', values: ['7'] };
const high: Condition = { field: 'priority', op: 'in', values: ['1'] };

describe('whether an issue is certainly out of scope', () => {
  test.each<[string, Condition, Record<string, readonly string[]>, boolean]>([
    ['another project', project, { projectId: ['9'] }, true],
    ['its project', project, { projectId: ['2'] }, false],
    ['an unknown project', project, {}, false],
    ['one part of all fails', { all: [high, project] }, { projectId: ['9'] }, true],
    ['one part of any may hold', { any: [high, project] }, { projectId: ['9'] }, false],
    ['no part of any holds', { any: [type, project] }, { projectId: ['9'], issuetype: ['8'] }, true],
    ['the negation of what holds', { not: project }, { projectId: ['1'] }, true],
    ['the negation of what is unknown', { not: high }, { projectId: ['1'] }, false],
    [
      'a field that must be empty and is not',
      { field: 'issuetype', op: 'empty' },
      { issuetype: ['7'] },
      true,
    ],
    [
      'a comparison is never certain',
      { field: 'projectId', op: 'gt', value: 5 },
      { projectId: ['1'] },
      false,
    ],
  ])('%s', (_name, scope, known, expected) => {
    expect(outOfEveryScope(scoped(scope), known)).toBe(expected);
  });

  test('one metric that may measure it is enough; inactive ones never do', () => {
    expect(outOfEveryScope(scoped(project, type), { projectId: ['9'] })).toBe(false);
    const inactive = { metrics: scoped(type).metrics.map((metric) => ({ ...metric, active: false })) };
    expect(outOfEveryScope(inactive, {})).toBe(true);
  });
});

describe('projects the metrics are limited to', () => {
  test('the union over metrics, the intersection within one', () => {
    const narrow: Condition = { all: [project, { field: 'projectId', op: 'in', values: ['2', '3'] }, high] };
    expect(projectsInScope(scoped(narrow, { field: 'projectId', op: 'in', values: ['5'] }))).toEqual([
      '2',
      '5',
    ]);
  });

  test('none when a metric measures any project', () => {
    expect(projectsInScope(scoped(project, type))).toBeNull();
    expect(projectsInScope(scoped({ any: [project, type] }))).toBeNull();
    expect(projectsInScope(scoped({ not: project }))).toBeNull();
  });
});
