import { expect, it, jest } from '@jest/globals';
import { type FakeForge, installFakeForge, type ProductCall } from '../../../../test/support/fake-forge';
import type { CycleChange, DryRun } from '../domain/answers/changes';
import { transact } from '../../../platform/storage/transact';
import { startWrite } from '../../../work/job';
import { DRY_RUN, type DryRunJob } from './dry-run-store';
import { resolversOf } from '../../../entry/resolvers/handle';
import { changeCalls } from './calls';

const rowOf = (issueId: string): CycleChange => ({
  issueId,
  issueKey: `T-${issueId}`,
  metricId: 'delivery',
  cycle: 1,
  kind: 'breachedNow',
  before: { state: 'RUNNING', breached: false },
  after: { state: 'RUNNING', breached: true },
});
const counts = {
  metToBreached: 0,
  breachedToMet: 0,
  breachedNow: 150,
  notBreached: 0,
  due: 0,
  appears: 0,
  appearsLate: 0,
  disappears: 0,
};

let forge: FakeForge;
const ask = async (granted: readonly string[]) => {
  forge.product = ({ path, as, body }: ProductCall) => {
    if (path.endsWith('/permissions/check'))
      return { status: 200, body: { globalPermissions: granted, projectPermissions: [] } };
    const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
    if (as !== 'user' || issueIdsOrKeys.length > 100) return { status: 400, body: {} };
    const seen = issueIdsOrKeys.filter((id) => Number(id) % 2 === 0);
    return {
      status: 200,
      body: { issues: seen.map((id) => ({ id, key: `T-${id}`, fields: { summary: 'x', reporter: null } })) },
    };
  };
  const resolver = resolversOf(changeCalls)['sla.dryRun'] as (request: object) => Promise<{
    ok: boolean;
    value?: { dryRun: DryRun | null };
    error?: { code: string };
  }>;
  return resolver({ payload: { id: 'run' }, context: { accountId: 'sergey' } });
};

beforeEach(async () => {
  forge = installFakeForge('sergey');
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const calendar = {
    id: 'c',
    name: 'C',
    zone: 'UTC',
    week: {},
    holidays: [],
    holidaySetIds: [],
    exceptions: [],
  };
  const run: DryRunJob = {
    id: 'run',
    by: 'sergey',
    state: 'done',
    version: 1,
    target: { section: 'calendar', value: calendar },
    plan: { scope: 'future' },
    startedAt: 0,
    updatedAt: 0,
    asOf: 0,
    checked: 150,
    total: 150,
    openCycles: 150,
    changedIssues: 150,
    counts,
    rows: Array.from({ length: 150 }, (_, n) => rowOf(String(n))),
  };
  await transact([startWrite(DRY_RUN, run)]);
});

it('counts what a change would do everywhere, and names only work items the caller may browse', async () => {
  const run = (await ask(['ADMINISTER'])).value?.dryRun;
  expect(run?.counts.breachedNow).toBe(150);
  expect(run?.rows).toHaveLength(75);
  expect(run?.rows.every(({ issueId }) => Number(issueId) % 2 === 0)).toBe(true);
});

it('tells nothing to those who may not edit SLAs', async () => {
  expect(await ask([])).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

it.each(['metric', 'calendar', 'holidaySet', 'agreement', 'agents'])(
  'lets nobody but SLA managers assess, try or save a change of a %s',
  async (kind) => {
    forge.product = () => ({ status: 200, body: { globalPermissions: [], projectPermissions: [] } });
    const proposed = { version: 0, target: { section: kind, value: { id: 'x' } } };
    for (const name of ['sla.assessChange', 'sla.startDryRun', 'sla.applyChange'] as const) {
      const payload = name === 'sla.assessChange' ? proposed : { ...proposed, plan: { scope: 'replay' } };
      const resolver = resolversOf(changeCalls)[name] as (request: object) => Promise<unknown>;
      const context = { accountId: 'alice' };
      expect(await resolver({ payload, context })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  },
);
