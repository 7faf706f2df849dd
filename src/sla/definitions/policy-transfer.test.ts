import { installFakeForge } from '../../../test/support/fake-forge';
import { readStoredDefinitions } from './stored/definitions-store';
import type { PolicyConfig } from './domain/policy/model';
import { DEFAULT_POLICY } from './domain/policy/schema';
import { policyStore, readPolicy, setSafeMode } from './stored/policy-store';
import { delivery } from '../testing/definitions';
import { exportSlaConfig, importSlaConfig } from '../testing/transfer';

const editor = { accountId: 'sergey', now: Date.UTC(2026, 5, 1) };
const defaults: PolicyConfig = DEFAULT_POLICY;
const quiet: PolicyConfig = {
  ...defaults,
  quiet: { kind: 'hours', zone: 'Europe/Berlin', from: '20:00', to: '08:00', days: ['sun'] },
  contact: 'maria',
  pauseAloneHours: 24,
};
const empty = { calendars: [], holidaySets: [], metrics: [], agreements: [] };
const rev = async () => (await policyStore.read()).rev;
const take = (policy: unknown, dryRun = false) => importSlaConfig({ ...empty, policy }, dryRun, editor);

beforeEach(() => {
  installFakeForge('sergey');
});

describe('notification settings in a configuration file', () => {
  it('go from one site to another, and are unchanged the second time', async () => {
    await policyStore.save(quiet, 0, editor);
    const file = JSON.parse(JSON.stringify(await exportSlaConfig())) as unknown;
    installFakeForge('sergey');
    expect(await importSlaConfig(file, true, editor)).toMatchObject({ created: 1, problems: [] });
    expect(await rev()).toBe(0);
    await importSlaConfig(file, false, editor);
    expect(await readPolicy()).toEqual(quiet);
    expect(await rev()).toBe(1);
    expect(await importSlaConfig(file, false, editor)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    expect(await rev()).toBe(1);
  });

  it('are left as they are by a file of a version that did not export them', async () => {
    await policyStore.save(quiet, 0, editor);
    expect(await importSlaConfig(empty, false, editor)).toMatchObject({ updated: 0, problems: [] });
    expect(await readPolicy()).toMatchObject(quiet);
  });

  it('carry no safe mode, and leave that of the site alone', async () => {
    await policyStore.save(quiet, 0, editor);
    await setSafeMode(true, 1, editor);
    expect(await exportSlaConfig()).toMatchObject({ policy: quiet });
    expect((await exportSlaConfig()).policy).not.toHaveProperty('safeModeSince');
    expect(await take(defaults)).toMatchObject({ updated: 1 });
    expect(await readPolicy()).toEqual({
      ...defaults,
      safeModeSince: '2026-06-01T00:00:00.000Z',
    });
  });

  it.each([
    [{ ...quiet, schema: 2 }, 'schema', 'OTHER_VERSION'],
    [{ ...quiet, pauseAloneHours: 999 }, '', 'PAUSES_DO_NOT_FIT'],
    [{ ...quiet, quiet: { ...quiet.quiet, zone: 'Mars' } }, 'quiet.zone', 'UNKNOWN_ZONE'],
    ['nonsense', '', 'MALFORMED'],
  ])('that are not what they should be keep the whole file out (%#)', async (policy, at, code) => {
    const { problems } = await importSlaConfig({ ...empty, metrics: [delivery], policy }, false, editor);
    expect(problems).toMatchObject([{ whose: 'policy', at, code }]);
    expect((await readStoredDefinitions()).definitions.metrics).toEqual([]);
    expect(await rev()).toBe(0);
  });
});
