import type { Trigger } from '../../../src/sla/engine/model';
import { metricSchema } from '../../../src/sla/engine/model/whole';
import * as v from 'valibot';
import { changeKind, newTrigger, TRIGGER_KINDS, withChangeKind } from './trigger-input';

type Changed = Extract<Trigger, { readonly on: 'changed' }>;
const resolved: Changed = { on: 'changed', field: 'status', to: ['3'], and: { field: 'labels', op: 'set' } };

describe('which change of a field counts', () => {
  it.each(['to', 'fromTo', 'set', 'cleared', 'any'] as const)('%s is read back as chosen', (kind) => {
    const chosen = withChangeKind(resolved, kind);
    expect(changeKind(chosen)).toBe(kind);
    expect(chosen.and).toEqual(resolved.and);
  });

  it('keeps the values where they still mean something', () => {
    expect(withChangeKind(withChangeKind(resolved, 'fromTo'), 'to').to).toEqual(['3']);
    expect(withChangeKind(resolved, 'set').to).toBeUndefined();
  });
});

describe('a new event', () => {
  it.each(TRIGGER_KINDS.filter((kind) => kind !== 'metric'))('%s is one the engine takes', (kind) => {
    expect(v.is(metricSchema.entries.start, [newTrigger(kind)])).toBe(true);
  });

  it('of another metric asks for the metric first', () => {
    expect(v.is(metricSchema.entries.start, [newTrigger('metric')])).toBe(false);
  });
});
