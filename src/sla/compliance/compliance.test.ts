import { type FakeForge, installFakeForge, type ProductCall } from '../../../test/support/fake-forge';
import { auditEntries } from '../../platform/storage/audit-entries';
import { writeDefinitions } from '../definitions/stored/definitions-store';
import type { Agreement, Fact, AgreementTerms, SlaDefinitions } from '../engine/model';
import { judgePeriod } from './domain/result';
import { delivery, HOUR, STATUS } from '../testing/definitions';
import { storeIssue } from '../testing/stored';
import { enterValue, reviewPeriod } from './by-hand';
import { readJob } from '../../work/job';
import { workOn } from '../../work/jobs';
import { COMPLIANCE } from './job';
import { complianceJob, countDaily, countPeriod } from './counting';
import { complianceOf } from './compliance-of';

const DAY = 24 * HOUR;
const JUNE = Date.UTC(2026, 5, 1);
const MID = Date.UTC(2026, 5, 15, 12);
const JULY = Date.UTC(2026, 6, 2);
const sergey = (now: number) => ({ accountId: 'sergey', now });

const terms: AgreementTerms = {
  review: { period: 'month', zone: 'UTC' },
  compliance: { target: 75, atRisk: 80 },
  finance: {
    currency: 'EUR',
    charge: 100_000,
    bands: [{ id: 'low', kind: 'credit', at: 75, share: 5 }],
  },
  commitments: [
    {
      id: 'csat',
      name: 'Satisfaction',
      unit: '',
      direction: 'atLeast',
      target: 4.3,
      source: { kind: 'manual' },
    },
    {
      id: 'rate',
      name: 'Reopened',
      unit: '%',
      direction: 'atMost',
      target: 5,
      source: { kind: 'jql', among: 'resolved >= {from} AND resolved < {to}', matching: 'labels = again' },
    },
  ],
};
const agreement: Agreement = {
  id: 'a/1',
  name: 'Company',
  kind: 'SLA',
  provider: 'IT',
  consumers: [],
  affectsParent: 'none',
  terms,
};
const definitions = (parts: Partial<Agreement> = {}, version = 1): SlaDefinitions => ({
  schema: 1,
  version,
  calendars: [],
  holidaySets: [],
  metrics: [{ ...delivery, agreementId: agreement.id }],
  agreements: [{ ...agreement, ...parts }],
});

/** Done after so many hours, 4 being the target; the next cycles follow one another, a day each. */
const done = (createdAt: number, ...hours: readonly number[]): readonly Fact[] =>
  hours.flatMap((each, place): readonly Fact[] => {
    const start = createdAt + place * DAY;
    const moved = (at: number, from: string, to: string, category: readonly [string, string]): Fact => ({
      kind: 'change',
      at,
      id: String(at),
      by: 'ingrid',
      changes: [
        { field: 'status', from: [from], to: [to] },
        { field: 'statusCategory', from: [category[0]], to: [category[1]] },
      ],
    });
    return [
      ...(place === 0 ? [] : [moved(start, STATUS.done, STATUS.open, ['done', 'new'])]),
      moved(start + each * HOUR, STATUS.open, STATUS.done, ['new', 'done']),
    ];
  });

let forge: FakeForge;
let now = MID;
const counts = new Map<RegExp, number>([
  [/labels = again/, 1],
  [/resolved/, 40],
]);

const jira = ({ path, body }: ProductCall) => {
  if (path.includes('/myself')) return { status: 200, body: { timeZone: 'Europe/Berlin' } };
  if (path.includes('approximate-count')) {
    const { jql } = body as { readonly jql: string };
    return { status: 200, body: { count: [...counts].find(([query]) => query.test(jql))?.[1] ?? 0 } };
  }
  return { status: 200, body: path.includes('/search/jql') ? { issues: [] } : [] };
};

beforeEach(async () => {
  forge = installFakeForge('sergey');
  forge.product = jira;
  now = MID;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  await writeDefinitions(definitions());
  await storeIssue({ id: '1', createdAt: JUNE + DAY, facts: done(JUNE + DAY, 1, 1) }, MID, definitions());
  await storeIssue(
    { id: '2', createdAt: JUNE + 3 * DAY, facts: done(JUNE + 3 * DAY, 5) },
    MID,
    definitions(),
  );
  await storeIssue({ id: '3', createdAt: JUNE + 4 * DAY }, MID, definitions());
});
afterEach(() => jest.restoreAllMocks());

const readCountJob = () => readJob(COMPLIANCE);
const runCount = (id: string) => workOn(complianceJob, id);
const count = (period = '2026-06') => countPeriod({ agreementId: agreement.id, period }, sergey(now));
const june = ({ periods }: Awaited<ReturnType<typeof count>>) =>
  periods.find(({ key }) => key === '2026-06')!;

describe('counting a period', () => {
  it('counts what finished in it, tells late open clocks apart, and what it comes to', async () => {
    const { tally, compliance, settlement, commitments } = judgePeriod(june(await count()));
    expect(tally).toEqual({ met: 2, breached: 1, excused: 0, cancelled: 0, open: 1, undated: 0 });
    expect(compliance).toMatchObject({ percent: 66.66, state: 'missed' });
    expect(settlement).toMatchObject({ due: 5_000, band: { id: 'low' } });
    expect(commitments.map(({ state, value }) => [state, value])).toEqual([
      ['noData', null],
      ['met', 2.5],
    ]);
    const asked = forge.products.flatMap(({ body }) => (body as { jql?: string } | undefined)?.jql ?? []);
    expect(asked).toContain('resolved >= "2026-06-01 02:00" AND resolved < "2026-07-01 02:00"');
  });

  it('says the same again, and nothing of a period before', async () => {
    const first = june(await count());
    expect(june(await count())).toEqual(first);
    expect(
      judgePeriod((await count('2026-05')).periods.find(({ key }) => key === '2026-05')!).tally,
    ).toMatchObject({
      met: 0,
      breached: 0,
    });
  });

  it('reads a record that left out cycles from Jira, and says how many it could not date when Jira has it no longer', async () => {
    const start = JUNE + DAY;
    const facts = done(start, 1, 5, 1, 1, 1, 1, 1);
    await storeIssue({ id: '9', createdAt: start, facts }, MID, definitions());
    expect(judgePeriod(june(await count())).tally).toMatchObject({ met: 7, undated: 2 });
  });

  it('begins anew when the definitions change meanwhile', async () => {
    await countDaily(now);
    const id = (await readCountJob())?.id ?? '';
    await writeDefinitions({ ...definitions({}, 2), metrics: [] });
    await runCount(id);
    expect(judgePeriod(june(await complianceOf(agreement.id, now))).tally.met).toBe(0);
    expect((await readCountJob())?.state).toBe('done');
  });

  it('happens every day in the background, for the period under way and the one before while it is fresh', async () => {
    now = JULY;
    await countDaily(now);
    const job = await readCountJob();
    expect(job?.tasks.map(({ key }) => key)).toEqual(['2026-07', '2026-06']);
    expect(forge.pushed).toHaveLength(1);
    expect((await complianceOf(agreement.id, now)).counting).toBe(true);
    await runCount(job?.id ?? '');
    const told = await complianceOf(agreement.id, now);
    expect([told.current, told.counting, june(told).counted?.at]).toEqual(['2026-07', false, JULY]);
  });

  it('tells what Jira says of a query it refuses', async () => {
    forge.product = (call) =>
      call.path.includes('approximate-count')
        ? { status: 400, body: { errorMessages: ['No such field.'] } }
        : jira(call);
    expect(june(await count()).counted?.shares).toEqual({ rate: { refused: 'No such field.' } });
  });

  it('takes the terms of today only while the period runs, or when somebody asks for it', async () => {
    await count();
    now = JULY;
    await writeDefinitions(definitions({ terms: { ...terms, compliance: { target: 50 } } }, 2));
    await countDaily(now);
    await runCount((await readCountJob())?.id ?? '');
    expect(june(await complianceOf(agreement.id, now)).terms.compliance?.target).toBe(75);
    expect(june(await count()).terms.compliance?.target).toBe(50);
  });
});

describe('a value entered by hand', () => {
  const enter = (value: number, commitmentId = 'csat') =>
    enterValue(
      { agreementId: agreement.id, period: '2026-06', commitmentId, value, note: 'Survey' },
      sergey(now),
    );

  it('is judged, kept with those before it, and audited', async () => {
    await enter(4.1);
    const period = june(await enter(4.4));
    expect(judgePeriod(period).commitments[0]).toMatchObject({ value: 4.4, state: 'met' });
    expect(period.values['csat']?.map(({ value, by }) => [value, by])).toEqual([
      [4.1, 'sergey'],
      [4.4, 'sergey'],
    ]);
    const { docs } = await auditEntries.query({
      index: 'by-subject',
      partition: [`agreement:${agreement.id}`],
    });
    expect(docs.find(({ changes }) => changes[0]?.before !== undefined)).toMatchObject({
      action: 'sla.period.valued',
      reason: 'Survey',
      changes: [{ path: 'Satisfaction', before: 4.1, after: 4.4 }],
    });
  });

  it('is no answer for what Jira counts, nor for what is not promised', async () => {
    await expect(enter(1, 'rate')).rejects.toThrow(/countedByJira/);
    await expect(enter(1, 'gone')).rejects.toThrow(/was not found/);
  });

  it('is not asked for before the period has begun, nor for one of another kind', async () => {
    await expect(count('2026-07')).rejects.toThrow(/periodNotBegun/);
    await expect(count('2026-Q2')).rejects.toThrow(/was not found/);
  });
});

describe('a review', () => {
  const review = () =>
    reviewPeriod({ agreementId: agreement.id, period: '2026-06', note: 'Agreed' }, sergey(now));

  it('waits until the period has ended and was counted since', async () => {
    await count();
    await expect(review()).rejects.toThrow(/periodUnderWay/);
    now = JULY;
    await expect(review()).rejects.toThrow(/notCounted/);
  });

  it('freezes everything', async () => {
    now = JULY;
    await count();
    const reviewed = june(await review());
    expect(reviewed.review).toEqual({ at: JULY, by: 'sergey', note: 'Agreed' });
    await writeDefinitions(definitions({ terms: { ...terms, compliance: { target: 10 } } }, 2));
    await expect(count()).rejects.toThrow(/periodReviewed/);
    await expect(review()).rejects.toThrow(/periodReviewed/);
    await countDaily(now);
    await runCount((await readCountJob())?.id ?? '');
    expect(june(await complianceOf(agreement.id, now))).toEqual(reviewed);
  });
});
