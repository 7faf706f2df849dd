import { metricOf } from '../../../src/sla/engine/testing/build';
import { forceOf, withForce } from './metric-force';

const NOW = Date.UTC(2026, 5, 1, 9, 30);

describe('whether a metric is in force', () => {
  it.each(['active', 'finish', 'cancel', 'off'] as const)('%s is read back as chosen', (force) => {
    expect(forceOf(withForce(metricOf(), force, NOW))).toBe(force);
  });

  it('keeps the instant of a retirement when only the fate of open cycles changes', () => {
    const retired = withForce(metricOf(), 'finish', NOW);
    expect(withForce(retired, 'cancel', NOW + 1).retired).toEqual({ at: NOW, open: 'cancel' });
  });

  it('forgets the retirement when it is in force again', () => {
    expect(withForce(withForce(metricOf(), 'cancel', NOW), 'active', NOW)).not.toHaveProperty('retired');
  });
});
