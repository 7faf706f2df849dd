import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Trigger } from '../../../engine/model';
import { accepted } from '../../../testing/accepted';
import { calendarSchema } from '../../../engine/model/calendars';
import { goalSchema } from '../../../engine/model/goals';
import { agreementSchema, metricSchema } from '../../../engine/model/whole';
import { agreements, calendars, metrics } from '../sections';
import { parseDefinitions } from './parse';
import { validateDefinitions } from './validate';

const GUIDE = readFileSync(resolve('docs/sla-cli.md'), 'utf8');

/** Keys and defaults of the table under a heading. */
const documented = (heading: string): ReadonlyMap<string, string> => {
  const [, after = ''] = GUIDE.split(`${heading}\n`);
  const [section = ''] = after.split(/\n###/);
  const rows = section.matchAll(/^\| `(\w+)` \| (?:`(.+?)`|(\*required\*|—)) \|/gm);
  return new Map([...rows].map(([, key = '', value, mark = '']) => [key, value ?? mark]));
};

const goal = { id: 'g', name: 'g', target: { kind: 'duration', ms: 3_600_000 } };
const start: readonly Trigger[] = [{ on: 'created' }];
const least = {
  calendar: { id: 'c', name: 'C', zone: 'UTC', week: { mon: [['09:00', '17:00']] } },
  metric: {
    id: 'm',
    name: { en: 'M' },
    start,
    stop: [{ on: 'changed', field: 'status', to: ['2'] }],
    goals: [goal],
  },
  agreement: { id: 'a', name: 'A' },
};

describe('what may be left out of a definition', () => {
  it('reads a file with nothing but the required keys, and the rules find nothing wrong', () => {
    const definitions = parseDefinitions({ schema: 1, metrics: [least.metric] });
    expect(validateDefinitions(definitions).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('refuses a file without metrics: an empty file is a mistake, not a definition', () => {
    expect(() => parseDefinitions({ schema: 1 })).toThrow(/metrics/);
  });

  it('cancels by default only where the start is something that holds', () => {
    const whileOpen: Trigger = { on: 'while', condition: { field: 'status', op: 'in', values: ['1'] } };
    const cancelOf = (triggers: readonly Trigger[]) =>
      accepted(metrics, { ...least.metric, start: triggers }).cancel;
    expect(cancelOf([whileOpen])).toEqual({ when: 'startNoLongerHolds' });
    expect(cancelOf([...start, whileOpen])).toEqual({ when: 'never' });
  });

  it.each([
    [
      '### The definition file',
      parseDefinitions({ schema: 1, metrics: [] }),
      ['schema', 'version', 'calendars', 'holidaySets', 'metrics', 'agreements', 'sameSince', 'former'],
    ],
    ['#### Calendar', accepted(calendars, least.calendar), Object.keys(calendarSchema.entries)],
    ['#### Metric', accepted(metrics, least.metric), Object.keys(metricSchema.entries)],
    ['#### Goal', accepted(metrics, least.metric).goals[0] ?? {}, Object.keys(goalSchema.entries)],
    ['#### Agreement', accepted(agreements, least.agreement), Object.keys(agreementSchema.entries)],
  ])('is what the guide says under %s', (heading, parsed, keys) => {
    const rows = documented(heading);
    expect([...rows.keys()]).toEqual(keys);
    const optional = [...rows].filter(([, value]) => value !== '*required*');
    const values = new Map<string, unknown>(Object.entries(parsed));
    for (const [key, value] of optional)
      expect([key, JSON.stringify(values.get(key)) ?? '—']).toEqual([key, value]);
  });
});
