import type { Finding } from '../../kernel/finding';
import { type FakeForge, installFakeForge } from '../../../test/support/fake-forge';
import { readDefinitionsVersion, readStoredDefinitions, writeDefinitions } from './stored/definitions-store';
import { DEFAULT_BANDS } from './domain/display/model';
import { DEFAULT_DISPLAY } from './domain/display/schema';
import type { CalendarDefinition, MetricDefinition, SlaTestCase } from '../engine/model';
import { delivery, firstResponse, PROJECT, STATUS } from '../testing/definitions';
import { deleteMember } from './members';
import { displayStore, readDisplay } from './stored/display-store';
import { forReplay, promiseDefinitions } from './stored/for-screens';
import { saver } from '../testing/save';
import { exportSlaConfig, importSlaConfig } from '../testing/transfer';
import { readJob } from '../clocks/sync/backfill-job';

const editor = { accountId: 'sergey', now: Date.UTC(2026, 5, 1) };
const save = saver(editor);
const saveDisplay = (rev: number, display: object) => displayStore.save(display, rev, editor);
const deleteCalendar = (version: number, id: string) =>
  deleteMember({ version, section: 'calendar', id, open: 'finish' }, editor, async () => []);
const berlin: CalendarDefinition = {
  id: 'berlin',
  name: 'Berlin office',
  zone: 'Europe/Berlin',
  week: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
  holidays: [],
  holidaySetIds: [],
  exceptions: [],
};
const inBerlin: MetricDefinition = {
  ...delivery,
  goals: delivery.goals.map((goal) => ({ ...goal, calendar: { kind: 'fixed', calendarId: 'berlin' } })),
};
const config = { calendars: [berlin], holidaySets: [], metrics: [inBerlin, firstResponse], agreements: [] };

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('sergey');
});

const refusal = (promise: Promise<unknown>): Promise<{ code?: string; fields?: readonly Finding[] }> =>
  promise.then(
    () => ({}),
    (error: unknown) => error as { code?: string },
  );

describe('the definitions', () => {
  it('grow by one version a save, and former versions stay readable', async () => {
    await save(0, 'calendar', berlin);
    await save(1, 'metric', inBerlin);
    const { definitions } = await save(2, 'metric', { ...inBerlin, name: { en: 'Done' } });
    expect(definitions.version).toBe(3);
    expect(definitions.metrics).toMatchObject([{ id: 'delivery', version: 2, name: { en: 'Done' } }]);
    expect((await readDefinitionsVersion(2))?.metrics[0]?.name.en).toBe('Delivery');
  });

  it('refuse a name that is too long for the copies on issues, in either language', async () => {
    const long = 'x'.repeat(256);
    for (const name of [{ en: long }, { en: 'Delivery', ru: long }]) {
      const refused = await refusal(save(0, 'metric', { ...delivery, name }));
      expect(refused).toMatchObject({ code: 'INVALID_DEFINITION', fields: [{ code: 'NAME_TOO_LONG' }] });
    }
    await save(0, 'metric', { ...delivery, name: { en: 'x'.repeat(255) } });
  });

  it('know nothing of how clocks are shown, which has revisions of its own', async () => {
    await save(0, 'metric', delivery);
    expect(await saveDisplay(0, { groupField: 'customfield_10050' })).toBe(1);
    const { definitions } = await save(1, 'metric', { ...delivery, name: { en: 'Done' } });
    expect(definitions).toMatchObject({ version: 2, sameSince: 1 });
    expect(definitions.display).toBeUndefined();
    expect(await readDisplay()).toEqual({ ...DEFAULT_DISPLAY, groupField: 'customfield_10050' });
    expect(await refusal(saveDisplay(0, {}))).toMatchObject({ code: 'CONFLICT' });
  });

  it('are told value by value when how clocks are shown is chosen for the first time', async () => {
    const bands = { ...DEFAULT_BANDS, warning: { percent: 25, minutes: 30 } };
    await saveDisplay(0, { bands, forecasts: false });
    const changes = [
      { path: 'display.bands.warning.minutes', before: 0, after: 30 },
      { path: 'display.forecasts', before: true, after: false },
    ];
    expect([...forge.kvs.rows.values()]).toContainEqual(
      expect.objectContaining({ doc: expect.objectContaining({ subject: 'display', changes }) as unknown }),
    );
  });

  it('take how clocks are shown along, to another site too', async () => {
    await saveDisplay(0, { groupField: null });
    const exported = await exportSlaConfig();
    expect(exported).toMatchObject({ display: { groupField: null } });
    expect(await importSlaConfig(exported, false, editor)).toMatchObject({ updated: 0, unchanged: 2 });
    const wrong = { ...exported, display: { groupField: 'summary' } };
    expect(await importSlaConfig(wrong, false, editor)).toMatchObject({
      problems: [{ whose: 'display', at: 'groupField' }],
    });
  });

  it('write what Jira shows anew, of finished work items too, where requesters see other than before', async () => {
    await importSlaConfig(config, false, editor);
    await importSlaConfig(config, false, editor);
    expect((await readJob())?.since).toBeUndefined();
    const metrics = [inBerlin, { ...firstResponse, visibility: 'hidden' }];
    await importSlaConfig({ ...config, metrics }, true, editor);
    expect((await readJob())?.since).toBeUndefined();
    await importSlaConfig({ ...config, metrics }, false, editor);
    expect(await readJob()).toMatchObject({ reason: 'imported', since: 0 });
  });

  it('refuse a save over a version nobody has read', async () => {
    await save(0, 'calendar', berlin);
    expect(await refusal(save(0, 'calendar', berlin))).toMatchObject({ code: 'CONFLICT' });
  });

  it('of two saves at once keep one whole', async () => {
    const outcomes = await Promise.allSettled([
      save(0, 'calendar', berlin),
      save(0, 'calendar', { ...berlin, name: 'Other' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await readStoredDefinitions()).definitions.version).toBe(1);
  });

  it('refuse what breaks a rule, naming the place and how to mend it', async () => {
    const zero = {
      ...firstResponse,
      goals: [{ ...firstResponse.goals[0], target: { kind: 'duration', ms: 0 } }],
    };
    const refused = await refusal(save(0, 'metric', zero));
    expect(refused.code).toBe('INVALID_DEFINITION');
    expect(refused.fields?.[0]).toMatchObject({ whose: 'metric:response', at: 'goals.0.target' });
    expect((await readStoredDefinitions()).definitions.version).toBe(0);
  });

  it('refuse what is no metric at all', async () => {
    expect(await refusal(save(0, 'metric', { id: 'x' }))).toMatchObject({ code: 'INVALID_DEFINITION' });
  });

  it('keep a calendar that goals use, and name them', async () => {
    await importSlaConfig(config, false, editor);
    const refused = await refusal(deleteCalendar(1, 'berlin'));
    expect(refused.fields?.map(({ code }) => code)).toEqual(['CALENDAR_IN_USE', 'CALENDAR_IN_USE']);
  });

  it('let an unused calendar go', async () => {
    await save(0, 'calendar', berlin);
    expect((await deleteCalendar(1, 'berlin')).definitions.calendars).toEqual([]);
    expect(await refusal(deleteCalendar(2, 'berlin'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are audited with every save', async () => {
    await save(0, 'calendar', berlin);
    const audited = { by: 'sergey', action: 'sla.calendar.saved', subject: 'calendar:berlin' };
    expect([...forge.kvs.rows.values()]).toContainEqual(
      expect.objectContaining({ doc: expect.objectContaining(audited) as unknown }),
    );
  });
});

describe('test cases', () => {
  const testCase = (due: string, id = 'morning'): SlaTestCase => ({
    id,
    name: 'From Monday morning',
    zone: 'Europe/Berlin',
    createdAt: '2026-06-01T10:00',
    fields: { projectId: [PROJECT], status: [STATUS.open], priority: ['3'] },
    events: [],
    at: '2026-06-01T10:00',
    expect: { due },
  });
  const tested = { ...inBerlin, tests: [testCase('2026-06-01T14:00')] };
  const halfDays: CalendarDefinition = { ...berlin, week: { ...berlin.week, mon: [['09:00', '12:00']] } };

  it('that are green let a metric be saved, and are stored with it', async () => {
    await save(0, 'calendar', berlin);
    const { problems } = await save(1, 'metric', tested);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await readStoredDefinitions()).definitions.metrics[0]?.tests).toEqual(tested.tests);
  });

  it('that are red keep a metric from being saved, and say what came out', async () => {
    await save(0, 'calendar', berlin);
    const red = { ...tested, tests: [testCase('2026-06-01T13:00', 'red'), ...tested.tests] };
    const refused = await refusal(save(1, 'metric', red));
    expect(refused).toMatchObject({
      code: 'INVALID_DEFINITION',
      fields: [
        {
          whose: 'metric:delivery',
          at: 'tests.red',
          code: 'TEST_CASE_FAILED',
          params: { what: 'due', expected: '2026-06-01T13:00', actual: '2026-06-01T14:00' },
        },
      ],
    });
    expect((await readStoredDefinitions()).definitions.metrics).toEqual([]);
  });

  it('keep a calendar from being changed under a metric', async () => {
    await importSlaConfig({ ...config, metrics: [tested] }, false, editor);
    const refused = await refusal(save(1, 'calendar', halfDays));
    expect(refused.fields?.map(({ whose, at }) => `${whose} ${at}`)).toEqual([
      'metric:delivery tests.morning',
    ]);
    expect((await readStoredDefinitions()).definitions.calendars).toEqual([berlin]);
  });

  it('of another metric that were red before do not stand in the way', async () => {
    const red = { ...tested, tests: [testCase('2026-06-01T13:00')] };
    await writeDefinitions({ schema: 1, version: 1, ...config, metrics: [red] });
    const { problems } = await save(1, 'calendar', { ...berlin, name: 'Berlin' });
    expect(problems.map(({ code }) => code)).toContain('TEST_CASE_FAILED');
    expect(await refusal(save(2, 'metric', red))).toMatchObject({ code: 'INVALID_DEFINITION' });
  });

  it('travel with export and import, where a red one is a problem', async () => {
    await importSlaConfig({ ...config, metrics: [tested] }, false, editor);
    expect((await exportSlaConfig()).metrics[0]?.tests).toEqual(tested.tests);
    const { problems } = await importSlaConfig(
      { ...config, metrics: [tested], calendars: [halfDays] },
      true,
      editor,
    );
    expect(problems).toMatchObject([{ whose: 'metric:delivery', at: 'tests.morning' }]);
  });

  it('stay out of what browsers replay', async () => {
    await importSlaConfig({ ...config, metrics: [tested] }, false, editor);
    const { definitions } = await readStoredDefinitions();
    expect(JSON.stringify(forReplay(definitions, true))).not.toContain('From Monday morning');
    expect(JSON.stringify(await promiseDefinitions(['delivery']))).not.toContain('From Monday morning');
  });
});

describe('an import', () => {
  it('tells what would change without changing it', async () => {
    expect(await importSlaConfig(config, true, editor)).toMatchObject({
      created: 3,
      updated: 0,
      problems: [],
    });
    expect((await readStoredDefinitions()).definitions.version).toBe(0);
  });

  it('of an export changes nothing', async () => {
    await importSlaConfig(config, false, editor);
    expect(await importSlaConfig(await exportSlaConfig(), false, editor)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 5,
    });
    expect((await readStoredDefinitions()).definitions.version).toBe(1);
  });

  it('with an error stores nothing', async () => {
    const broken = { ...config, calendars: [{ ...berlin, zone: 'Mars/Olympus' }] };
    const { problems } = await importSlaConfig(broken, false, editor);
    expect(problems.length).toBeGreaterThan(0);
    expect((await readStoredDefinitions()).definitions.version).toBe(0);
  });
});

describe('what screens get', () => {
  it('whom escalations reach stays in the backend', async () => {
    await importSlaConfig(config, false, editor);
    const { definitions } = await readStoredDefinitions();
    expect(forReplay(definitions, true).metrics.flatMap(({ escalations }) => escalations)).toEqual([]);
  });

  it('what is paid for a promise stays in the backend, also of former agreements, and travels in files', async () => {
    const terms = {
      review: { period: 'quarter', zone: 'Europe/Berlin' },
      finance: { currency: 'EUR', charge: 424_242, bands: [] },
      commitments: [],
    } as const;
    const sla = {
      id: 'sla',
      name: 'A',
      kind: 'SLA',
      provider: 'IT',
      consumers: [],
      affectsParent: 'none',
      terms,
    } as const;
    const metrics = [{ ...inBerlin, agreementId: 'sla' }];
    await importSlaConfig({ ...config, metrics, agreements: [sla] }, false, editor);
    expect((await exportSlaConfig()).agreements).toEqual([sla]);
    await save(1, 'agreement', { ...sla, validTo: '2027-01-01' });
    const { definitions } = await readStoredDefinitions();
    expect(definitions.former).toMatchObject([{}, { agreements: [{ id: 'sla', was: { id: 'sla' } }] }]);
    expect(JSON.stringify(forReplay(definitions, true))).not.toContain('424242');
    const wrong = { ...sla, terms: { ...terms, review: { period: 'month', zone: 'Mars' } } };
    expect(await importSlaConfig({ ...config, agreements: [wrong] }, true, editor)).toMatchObject({
      problems: [{ whose: 'agreement:sla', at: 'terms.review.zone' }],
    });
  });

  it('an item gets its own metrics and their calendars only', async () => {
    await importSlaConfig(config, false, editor);
    expect(await promiseDefinitions(['response'])).toMatchObject({
      calendars: [],
      metrics: [{ id: 'response' }],
    });
    expect(await promiseDefinitions(['delivery'])).toMatchObject({ calendars: [{ id: 'berlin' }] });
  });
});

describe('who counts as an agent', () => {
  const agents = { by: 'groups', groups: ['it-desk'] } as const;

  it('goes from one site to another, and is unchanged the second time', async () => {
    await importSlaConfig(config, false, editor);
    await save(1, 'agents', agents);
    const file = JSON.parse(JSON.stringify(await exportSlaConfig())) as unknown;
    installFakeForge('sergey');
    await importSlaConfig(file, false, editor);
    expect((await readStoredDefinitions()).definitions.agents).toEqual(agents);
    expect(await importSlaConfig(file, false, editor)).toMatchObject({ created: 0, updated: 0 });
  });

  it('makes states of before no longer good, which a change of names does not', async () => {
    await importSlaConfig(config, false, editor);
    await save(1, 'metric', { ...inBerlin, name: { en: 'Done' } });
    expect((await readStoredDefinitions()).definitions.sameSince).toBe(1);
    await save(2, 'agents', agents);
    expect((await readStoredDefinitions()).definitions.sameSince).toBeUndefined();
    await save(3, 'metric', inBerlin);
    expect((await readStoredDefinitions()).definitions.sameSince).toBe(3);
  });

  it('in a file is refused when it names nobody', async () => {
    const { problems } = await importSlaConfig(
      { ...config, agents: { by: 'groups', groups: [] } },
      false,
      editor,
    );
    expect(problems.map(({ whose, at }) => `${whose}.${at}`)).toEqual(['agents.groups']);
    expect((await readStoredDefinitions()).definitions.metrics).toEqual([]);
  });
});
