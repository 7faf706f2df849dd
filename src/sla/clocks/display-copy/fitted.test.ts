import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SlaPropertyMetric } from '../domain/property';
import { fitted } from './fitted';
import type { PropertyValues } from './property';

const line = (name: string): SlaPropertyMetric => ({
  id: 'delivery',
  agreement: '-',
  name: { en: name },
  state: 'RUNNING',
  breached: 'no',
  everBreached: 'no',
  excused: 'no',
  next: 'no',
  times: 'none',
  pauseReason: '-',
});
const valuesWith = (...names: readonly string[]): PropertyValues => ({
  v: 2,
  dv: 1,
  state: 'running',
  everBreached: 'no',
  nextDue: '2026-06-01T10:00:00Z',
  measured: names.length,
  metrics: Object.fromEntries(names.map((name, index) => [`m${index + 1}`, line(name)])),
});
const written = (values: object): number =>
  JSON.stringify({ ...values, asOf: new Date(0).toISOString() }).length;

describe('what fits an issue property', () => {
  it('is everything, as it is, on any ordinary issue', () => {
    const values = valuesWith('First reply', 'Delivery');
    expect(fitted(values)).toBe(values);
  });

  it('leaves out what would make Jira refuse it, and says that there is more', () => {
    const values = fitted(valuesWith('First reply', 'x'.repeat(33_000), 'Delivery'));
    expect(Object.keys(values.metrics)).toEqual(['m1']);
    expect(values).toMatchObject({ more: 2, state: 'running', nextDue: '2026-06-01T10:00:00Z' });
    expect(written(values)).toBeLessThanOrEqual(32_768);
  });

  it('fits whatever the metrics are called', () => {
    const names = fc.array(fc.string({ maxLength: 4000, unit: 'grapheme' }), { maxLength: 30 });
    fc.assert(
      fc.property(names, (all) => {
        const values = fitted(valuesWith(...all));
        expect(written(values)).toBeLessThanOrEqual(32_768);
        expect(Object.keys(values.metrics).length + (values.more ?? 0)).toBe(all.length);
      }),
    );
  });
});
