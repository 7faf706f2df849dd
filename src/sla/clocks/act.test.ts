import { installFakeForge } from '../../../test/support/fake-forge';
import { auditEntries } from '../../platform/storage/audit-entries';
import { act, recordApprovalFact } from './act';
import type { Limits } from '../definitions/domain/policy/limits';
import { onIssueEvent, rereadIssue } from './follow/on-issue-event';
import { HOUR, MINUTE, STATUS } from '../testing/definitions';
import { T0, World } from '../testing/world';

const started = async (): Promise<World> => {
  installFakeForge('sergey');
  const world = new World();
  await onIssueEvent(world.ports, world.jira.create('1'));
  world.time += 30 * MINUTE;
  return world;
};
const shown = (world: World, id: string) => world.line('1', id);
const MANAGER: Limits = { pauseHours: 720, extendHours: null };
const ALONE: Limits = { pauseHours: 120, extendHours: 24 };
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('a clock changed by hand', () => {
  it('pauses with its reason, and runs on from where it stood', async () => {
    const world = await started();
    await act(
      world.ports,
      '1',
      { kind: 'pause', metricId: 'delivery', reason: 'Parts on order' },
      'sergey',
      MANAGER,
    );
    expect(shown(world, 'delivery')).toMatchObject({ state: 'PAUSED', pauseReason: 'Parts on order' });
    expect(shown(world, 'response')?.state).toBe('RUNNING');
    world.time += 2 * HOUR;
    const facts = await act(world.ports, '1', { kind: 'resume', metricId: 'delivery' }, 'sergey', MANAGER);
    expect(facts.map(({ kind }) => kind)).toEqual(['pause', 'resume']);
    expect(shown(world, 'delivery')).toMatchObject({
      state: 'RUNNING',
      due: new Date(T0 + 6 * HOUR).toISOString(),
    });
  });

  it('runs on by itself at the limit when nobody says when', async () => {
    const world = await started();
    const [fact] = await act(world.ports, '1', { kind: 'pause', reason: 'Strike' }, 'sergey', ALONE);
    expect(fact).toMatchObject({ kind: 'pause', resumeAt: world.time + 120 * HOUR });
    world.time += 119 * HOUR;
    expect(shown(world, 'delivery')).toMatchObject({ state: 'PAUSED' });
    world.time += 2 * HOUR;
    await rereadIssue(world.ports, '1');
    expect(shown(world, 'delivery')).toMatchObject({ state: 'RUNNING' });
  });

  it.each([
    ['a pause beyond the limit', { kind: 'pause', reason: 'Strike', resumeAt: T0 + 130 * HOUR }],
    [
      'an extension beyond the limit',
      { kind: 'extend', metricId: 'delivery', ms: 25 * HOUR, from: 'target', reason: 'r' },
    ],
  ] as const)('%s is an SLA manager’s to give', async (_name, action) => {
    const world = await started();
    expect(await codeOf(act(world.ports, '1', action, 'ann', ALONE))).toBe('OVER_LIMIT');
    expect(await codeOf(act(world.ports, '1', action, 'sergey', MANAGER))).toBe('accepted');
  });

  describe('without an SLA manager', () => {
    const extend = (ms: number) =>
      ({ kind: 'extend', metricId: 'delivery', ms, from: 'target', reason: 'Agreed' }) as const;
    const pause = { kind: 'pause', metricId: 'delivery', reason: 'Strike' } as const;

    it('is extended by no more in all than the limit', async () => {
      const world = await started();
      const attempt = async (hours: number) => {
        world.time += MINUTE;
        return codeOf(act(world.ports, '1', extend(hours * HOUR), 'ann', ALONE));
      };
      expect([await attempt(20), await attempt(5), await attempt(4), await attempt(1)]).toEqual([
        'accepted',
        'OVER_LIMIT',
        'accepted',
        'OVER_LIMIT',
      ]);
      expect(await codeOf(act(world.ports, '1', extend(48 * HOUR), 'sergey', MANAGER))).toBe('accepted');
    });

    it('is extended by no more when two do it at once', async () => {
      const world = await started();
      const attempts = ['ann', 'boris'].map((by) =>
        codeOf(act(world.ports, '1', extend(20 * HOUR), by, ALONE)),
      );
      expect((await Promise.all(attempts)).sort()).toEqual(['OVER_LIMIT', 'accepted']);
      expect(world.record('1')?.facts).toHaveLength(1);
    });

    it('is paused for no longer in all than the limit', async () => {
      const world = await started();
      const [first] = await act(
        world.ports,
        '1',
        { ...pause, resumeAt: world.time + 100 * HOUR },
        'ann',
        ALONE,
      );
      expect(first).toMatchObject({ resumeAt: world.time + 100 * HOUR });
      world.time += 90 * HOUR;
      await act(world.ports, '1', { kind: 'resume', metricId: 'delivery' }, 'ann', ALONE);
      world.time += HOUR;
      const long = { ...pause, resumeAt: world.time + 31 * HOUR };
      expect(await codeOf(act(world.ports, '1', long, 'ann', ALONE))).toBe('OVER_LIMIT');
      // Without an end of its own a pause takes what is left.
      const facts = await act(world.ports, '1', pause, 'ann', ALONE);
      expect(facts.at(-1)).toMatchObject({ resumeAt: world.time + 30 * HOUR });
      world.time += 31 * HOUR;
      await rereadIssue(world.ports, '1');
      expect(await codeOf(act(world.ports, '1', pause, 'ann', ALONE))).toBe('OVER_LIMIT');
      expect(await codeOf(act(world.ports, '1', pause, 'sergey', MANAGER))).toBe('accepted');
    });

    it('has the whole limit again in a new cycle', async () => {
      const world = await started();
      await act(world.ports, '1', extend(24 * HOUR), 'ann', ALONE);
      await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.done }));
      world.time += HOUR;
      await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.open }));
      expect(await codeOf(act(world.ports, '1', extend(24 * HOUR), 'ann', ALONE))).toBe('accepted');
    });
  });

  it('is written down with who did it and why, in one transaction', async () => {
    const world = await started();
    const audited = async () =>
      (await auditEntries.query({ index: 'by-subject', partition: ['issue:1'] })).docs.map(
        ({ action, by, reason }) => [action, by, reason],
      );
    const pause = { kind: 'pause', reason: 'Strike' } as const;
    // A crash before the write leaves neither, one after it both.
    world.fault = (step) => {
      if (step === 'save') throw new Error('crash');
    };
    expect(await codeOf(act(world.ports, '1', pause, 'ann', ALONE))).not.toBe('accepted');
    expect([world.record('1')?.facts, await audited()]).toEqual([[], []]);
    world.fault = (step) => {
      if (step === 'saved') throw new Error('crash');
    };
    expect(await codeOf(act(world.ports, '1', pause, 'ann', ALONE))).not.toBe('accepted');
    expect(world.record('1')?.facts).toHaveLength(1);
    expect(await audited()).toEqual([['sla.pause', 'ann', 'Strike']]);
  });

  it('does not pause until a moment that has passed', async () => {
    const world = await started();
    const action = { kind: 'pause', reason: 'Strike', resumeAt: T0 } as const;
    expect(await codeOf(act(world.ports, '1', action, 'ann', ALONE))).toBe('BAD_REQUEST');
  });

  it('is extended from its target, and armed for the new time', async () => {
    const world = await started();
    const extension = {
      kind: 'extend',
      metricId: 'delivery',
      ms: 2 * HOUR,
      from: 'target',
      reason: 'Agreed',
    } as const;
    await act(world.ports, '1', extension, 'sergey', MANAGER);
    expect(shown(world, 'delivery')?.due).toBe(new Date(T0 + 6 * HOUR).toISOString());
  });

  it('keeps what was done by hand when the history is read anew', async () => {
    const world = await started();
    await act(world.ports, '1', { kind: 'pause', reason: 'Strike' }, 'sergey', MANAGER);
    world.definitions = { ...world.definitions, version: 2 };
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change('1', { priority: '1' }));
    expect(world.record('1')?.facts).toMatchObject([{ kind: 'pause', reason: 'Strike', by: 'sergey' }]);
    expect(shown(world, 'delivery')?.state).toBe('PAUSED');
  });

  it('refuses what makes no sense now', async () => {
    const world = await started();
    const attempt = (action: Parameters<typeof act>[2]) =>
      codeOf(act(world.ports, '1', action, 'sergey', MANAGER));
    expect(await attempt({ kind: 'resume' })).toBe('BAD_REQUEST');
    expect(
      await attempt({
        kind: 'excuse',
        metricId: 'delivery',
        cycle: 1,
        category: 'thirdParty',
        reason: 'late',
      }),
    ).toBe('BAD_REQUEST');
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.done }));
    expect(
      await attempt({ kind: 'extend', metricId: 'delivery', ms: HOUR, from: 'now', reason: 'late' }),
    ).toBe('BAD_REQUEST');
  });

  it('excuses a breach', async () => {
    const world = await started();
    world.time = T0 + 5 * HOUR;
    const excuse = {
      kind: 'excuse',
      metricId: 'delivery',
      cycle: 1,
      category: 'thirdParty',
      reason: 'Outage',
    } as const;
    expect(await act(world.ports, '1', excuse, 'sergey', MANAGER)).toMatchObject([
      { kind: 'excuse', category: 'thirdParty' },
    ]);
  });

  it('excuses a breach so long ago that the record does not keep its cycle', async () => {
    const world = await started();
    for (let round = 0; round < 8; round += 1) {
      world.time += 5 * HOUR;
      await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.done }));
      world.time += HOUR;
      await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.open }));
    }
    const kept = world
      .record('1')
      ?.state.runs.find(({ id }) => id === 'delivery')
      ?.cycles.map(({ number }) => number);
    expect(kept).toEqual([1, 6, 7, 8, 9]);
    expect(shown(world, 'delivery')).toMatchObject({ excused: 'no' });
    const excuse = {
      kind: 'excuse',
      metricId: 'delivery',
      category: 'thirdParty',
      reason: 'Outage',
    } as const;
    const attempt = (cycle: number) => codeOf(act(world.ports, '1', { ...excuse, cycle }, 'sergey', MANAGER));
    expect(await attempt(10)).toBe('BAD_REQUEST');
    expect(await attempt(3)).toBe('accepted');
    expect(shown(world, 'delivery')).toMatchObject({ excused: 'yes', everBreached: 'yes' });
    expect(world.counts.bytes / world.counts.writes).toBeLessThan(2048);
  });

  it('is not found on an issue no metric measures', async () => {
    const world = await started();
    expect(await codeOf(act(world.ports, '404', { kind: 'resume' }, 'sergey', MANAGER))).toBe('NOT_FOUND');
  });
});

describe('an approval', () => {
  it('told twice is one fact', async () => {
    const world = await started();
    for (let time = 0; time < 2; time += 1) {
      await recordApprovalFact(world.ports, '1', 'requested', 'rita', T0 + MINUTE);
    }
    expect(world.record('1')?.facts).toHaveLength(1);
  });

  it('told before the event of the issue itself makes the record', async () => {
    installFakeForge('sergey');
    const world = new World();
    const created = world.jira.create('1');
    await recordApprovalFact(world.ports, '1', 'requested', 'rita', T0);
    await onIssueEvent(world.ports, created);
    expect(world.record('1')).toMatchObject({ open: 'y', facts: [{ kind: 'approval' }] });
  });
});
