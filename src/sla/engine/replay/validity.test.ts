import { sayer } from '../../../kernel/words';
import { CAUSES } from '../../words/causes';
import { describe, expect, it } from '@jest/globals';
import type { Agreement } from '../model';
import { resultOf } from '../testing/ask';
import { becomes, calendarOf, definitionsOf, metricOf, statusAt } from '../testing/build';
import { explain } from '../words/explain';

const agreement = (parts: Partial<Agreement>): Agreement => ({
  id: 'a',
  name: 'Support 2026',
  kind: 'SLA',
  provider: 'IT',
  consumers: [],
  affectsParent: 'none',
  ...parts,
});

const metric = { agreementId: 'a', start: [becomes('status', 'Work')] };
const stateWith = (when: string, valid: Partial<Agreement>, zone = 'Europe/Berlin') => {
  const definitions = definitionsOf(metricOf(metric), {
    calendars: [calendarOf({ zone })],
    agreements: [agreement(valid)],
  });
  return resultOf(metric, [statusAt(when, 'Open', 'Work')], '2026-06-10T12:00', {}, definitions);
};

describe('the metric of an agreement that is valid for a time', () => {
  it('starts on the first and on the last day, not before and not after', () => {
    const valid = { validFrom: '2026-06-03', validTo: '2026-06-04' };
    expect(stateWith('2026-06-02T23:59', valid).state).toBe('NOT_STARTED');
    expect(stateWith('2026-06-03T00:00', valid).state).toBe('RUNNING');
    expect(stateWith('2026-06-04T23:59', valid).state).toBe('RUNNING');
    expect(stateWith('2026-06-05T00:00', valid).state).toBe('NOT_STARTED');
  });

  it('takes the day in the zone of the calendar it would use', () => {
    const valid = { validTo: '2026-06-03' };
    expect(stateWith('2026-06-04T02:00', valid, 'America/New_York').state).toBe('RUNNING');
    expect(stateWith('2026-06-04T02:00', valid).state).toBe('NOT_STARTED');
  });

  it('finishes what began in time', () => {
    const facts = [
      statusAt('2026-06-03T10:00', 'Open', 'Work'),
      statusAt('2026-06-05T10:00', 'Work', 'Done'),
    ];
    const definitions = definitionsOf(metricOf(metric), {
      agreements: [agreement({ validTo: '2026-06-04' })],
    });
    expect(resultOf(metric, facts, '2026-06-10T12:00', {}, definitions).state).toBe('BREACHED_STOPPED');
  });

  it('says that the agreement is why nothing starts', () => {
    const result = stateWith('2026-06-05T10:00', { validTo: '2026-06-04' });
    const told = explain(result, 0, { locale: 'en', say: sayer(CAUSES, 'en'), zone: 'Europe/Berlin' });
    expect(told).toBe('Its agreement Support 2026 is valid until 4 Jun 2026 only.');
  });
});
