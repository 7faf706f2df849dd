import { describe, expect, it } from '@jest/globals';
import { agreementOf, definitionsOf, metricOf } from '../testing/build';
import { forRequesters } from './requesters';

const idsOf = (definitions: Parameters<typeof forRequesters>[0]) =>
  forRequesters(definitions).metrics.map(({ id }) => id);

describe('the definitions of those who are no agents', () => {
  it('are all of them where requesters see every metric', () => {
    const all = definitionsOf(metricOf());
    expect(forRequesters(all)).toBe(all);
  });

  it('lack what is hidden, what only has its state told, and what waits for these', () => {
    const all = definitionsOf([
      metricOf({ id: 'shown' }),
      metricOf({ id: 'hidden', visibility: 'hidden' }),
      metricOf({ id: 'state', visibility: 'state' }),
      metricOf({ id: 'after', start: [{ on: 'metric', metricId: 'hidden', to: 'stopped' }] }),
    ]);
    expect(idsOf(all)).toEqual(['shown']);
    expect(forRequesters(all).part).toBe(true);
  });

  it('lack what a hidden clock of a work item below would hold', () => {
    const below = { measuredOn: { kind: 'child' }, parentId: 'sla', affectsParent: 'pause' } as const;
    const all = definitionsOf(
      [
        metricOf({ id: 'held', agreementId: 'sla' }),
        metricOf({ id: 'ola', agreementId: 'ola', visibility: 'hidden' }),
      ],
      { agreements: [agreementOf('sla'), agreementOf('ola', below)] },
    );
    expect(idsOf(all)).toEqual([]);
  });

  it('lack a hidden one that was deleted', () => {
    const was = metricOf({ id: 'gone', visibility: 'hidden', name: { en: 'Secret' } });
    const members = { calendars: [], holidaySets: [], agreements: [] };
    const former = [
      { version: 1, until: 0, scope: 'new' as const, metrics: [{ id: 'gone', was }], ...members },
    ];
    const all = definitionsOf([metricOf()], { version: 2, former });
    expect(JSON.stringify(forRequesters(all))).not.toContain('Secret');
  });

  it('tell nothing of it in what was superseded', () => {
    const secret = metricOf({ id: 'hidden', visibility: 'hidden' });
    const was = { ...secret, visibility: 'date', name: { en: 'Secret' } } as const;
    const former = [
      {
        version: 1,
        until: 0,
        scope: 'new' as const,
        metrics: [{ id: 'hidden', was }],
        calendars: [],
        holidaySets: [],
        agreements: [],
      },
    ];
    const all = definitionsOf([metricOf(), secret], { version: 2, former });
    expect(JSON.stringify(forRequesters(all))).not.toContain('Secret');
  });
});
