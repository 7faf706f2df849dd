import { describe, expect, test } from '@jest/globals';
import { parseExpression } from './expression';

const event = {
  issue: { key: 'IT-1', fields: { project: { key: 'IT' }, labels: ['a', 'b'] } },
  changelog: { items: [{ field: 'status' }, { field: 'assignee' }] },
  count: 3,
};

describe('event filter expressions', () => {
  test.each([
    ["event.issue.key == 'IT-1'", true],
    ["event.issue.fields.project.key != 'IT'", false],
    ["event.changelog.items.some(i => ['status', 'priority'].includes(i.field))", true],
    ["event.changelog.items.every(item => item.field == 'status')", false],
    ["event.changelog.items.length == 2 && event.issue.fields.labels.includes('a')", true],
    ['!(event.count == 3) || event.count == 4', false],
    ['event.issue?.parent == null && event.changelog != null', true],
    ["event.issue['key'] == 'IT-1'", true],
  ])('%s is %s', (source, expected) => {
    expect(parseExpression(source)(event)).toBe(expected);
  });

  test.each(['event.', "event.key == 'open", 'event ** 2', '(event', 'event.a b'])(
    'refuses to parse %s',
    (source) => {
      expect(() => parseExpression(source)).toThrow(/expression/);
    },
  );

  test('an undefined property is an error, not a value', () => {
    expect(() => parseExpression("event.nothing == 'x'")(event)).toThrow(/no property nothing/);
  });

  test('what no filter of the app uses is an error', () => {
    expect(() => parseExpression('event.count + 1 == 4')).toThrow(/expression/);
    expect(() => parseExpression("event.issue.key.startsWith('IT')")(event)).toThrow(/no method startsWith/);
  });

  test('an answer that is not a boolean is an error', () => {
    expect(() => parseExpression('event.count')(event)).toThrow(/not a boolean/);
  });

  test('inherited properties are out of reach', () => {
    expect(() => parseExpression("event.constructor.name == 'Object'")(event)).toThrow(/no property/);
  });

  test('runs out of steps on huge lists', () => {
    const many = { items: Array.from({ length: 60_000 }, () => 1) };
    expect(() => parseExpression('event.items.every(i => i == 1)')(many)).toThrow(/steps/);
  });
});
