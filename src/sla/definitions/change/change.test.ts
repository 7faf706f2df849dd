import { type FakeForge, installFakeForge } from '../../../../test/support/fake-forge';
import type { AppFailure } from '../../../kernel/errors';
import { importSlaConfig } from '../../testing/transfer';
import { readStoredDefinitions } from '../stored/definitions-store';
import { replay } from '../../engine';
import type { MetricDefinition, SlaDefinitions } from '../../engine/model';
import { definitionsOf, historyOf as madeHistory } from '../../engine/testing/build';
import { transact } from '../../../platform/storage/transact';
import { startWrite } from '../../../work/job';
import { BACKFILL, readJob } from '../../clocks/sync/backfill-job';
import { delivery, firstResponse, HOUR } from '../../testing/definitions';
import { applyChange, assessChange, rollBack } from './apply';
import { readChanges, UNDO_MS, withUndo } from '../stored/changes';
import { refuseBadQueries } from './query-problems';

const NOW = Date.UTC(2026, 5, 1, 12);
const editor = { accountId: 'sergey', now: NOW };
const config = { calendars: [], holidaySets: [], metrics: [delivery, firstResponse], agreements: [] };
const halved: MetricDefinition = {
  ...delivery,
  goals: delivery.goals.map((goal) => ({ ...goal, target: { kind: 'duration', ms: HOUR } })),
};
const agreement = { name: 'A', kind: 'OLA', provider: 'IT', consumers: [], affectsParent: 'none' } as const;
const berlin = {
  id: 'berlin',
  name: 'Berlin',
  zone: 'Europe/Berlin',
  week: { mon: [['09:00', '17:00']] },
  holidays: [],
  exceptions: [],
} as const;
const target = (metric: MetricDefinition) => ({ section: 'metric' as const, value: metric });

let forge: FakeForge;
beforeEach(async () => {
  forge = installFakeForge('sergey');
  await importSlaConfig(config, false, { ...editor, now: NOW - 24 * HOUR });
});

const stored = async (): Promise<SlaDefinitions> => (await readStoredDefinitions()).definitions;
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => (error as { code?: string }).code,
  );

describe('before anything is saved, a change', () => {
  it('of a target concerns clocks, and keeps the time counted unless told otherwise', async () => {
    const assessed = await assessChange(1, target(halved), editor);
    expect(assessed).toMatchObject({ impact: 'goals', scope: 'future' });
    expect(assessed.differences.map(({ path }) => path)).toContain('metrics.delivery.goals.rest.target.ms');
    expect((await stored()).version).toBe(1);
  });

  it('of a condition is measured again from the start', async () => {
    const changed = { ...delivery, pause: [] };
    expect(await assessChange(1, target(changed), editor)).toMatchObject({
      impact: 'conditions',
      scope: 'replay',
    });
  });

  it('of words, or of whom escalations tell, concerns no clock', async () => {
    const renamed = { ...delivery, name: { en: 'Done' } };
    expect(await assessChange(1, target(renamed), editor)).toMatchObject({ impact: 'words' });
    expect(await assessChange(1, target({ ...delivery, escalations: [] }), editor)).toMatchObject({
      impact: 'tells',
    });
    expect(await assessChange(1, target(delivery), editor)).toMatchObject({ impact: 'none' });
  });

  it('of a comment trigger warns of a group Jira does not have, and is saved all the same', async () => {
    forge.product = () => ({ status: 200, body: { values: [{ groupId: 'g1', name: 'duty' }] } });
    const groups = ['duty', 'doty'];
    const changed = { ...delivery, stop: [{ on: 'commented', by: ['agent'], audience: 'any', groups }] };
    const warned = { code: 'GROUP_GONE', severity: 'warning', whose: 'metric:delivery', at: 'stop.0' };
    const { problems } = await assessChange(1, target(changed as MetricDefinition), editor);
    expect(problems.filter(({ code: of }) => of === 'GROUP_GONE')).toMatchObject([
      { ...warned, params: { group: 'doty' } },
    ]);
    const applied = await applyChange(1, target(changed as MetricDefinition), { scope: 'new' }, editor);
    expect(applied.problems).toContainEqual(expect.objectContaining(warned));
    expect(applied.definitions.version).toBe(2);
  });

  it('is saved while Jira does not say which groups there are', async () => {
    forge.product = () => ({ status: 503 });
    const stop = [{ on: 'commented', by: ['agent'], audience: 'any', groups: ['duty'] }] as const;
    const { problems } = await assessChange(1, target({ ...delivery, stop }), editor);
    expect(problems.map(({ code: of }) => of)).not.toContain('GROUP_GONE');
  });

  it('of an agreement or a holiday set concerns clocks only where one counts on it', async () => {
    const set = {
      id: 'de',
      name: 'Germany',
      holidays: [{ kind: 'date', date: '2026-12-25', name: 'X' }],
    } as const;
    const sla = { ...agreement, id: 'sla' };
    const ola = { ...agreement, id: 'ola', parentId: 'sla', affectsParent: 'pause' as const };
    expect(await assessChange(1, { section: 'holidaySet', value: set }, editor)).toMatchObject({
      impact: 'unused',
    });
    expect(await assessChange(1, { section: 'agreement', value: sla }, editor)).toMatchObject({
      impact: 'unused',
    });

    const calendar = { ...berlin, holidaySetIds: ['de'] };
    const goals = delivery.goals.map((goal) => ({
      ...goal,
      calendar: { kind: 'fixed', calendarId: 'berlin' } as const,
    }));
    const metrics = [
      { ...delivery, goals, agreementId: 'sla' },
      { ...firstResponse, agreementId: 'ola' },
    ];
    const agreements = [sla, { ...ola, affectsParent: 'none' as const }];
    await importSlaConfig({ calendars: [calendar], holidaySets: [set], metrics, agreements }, false, editor);
    expect(await assessChange(2, { section: 'agreement', value: ola }, editor)).toMatchObject({
      impact: 'conditions',
      scope: 'replay',
    });
    const ended = { ...sla, validTo: '2026-05-31' };
    expect(await assessChange(2, { section: 'agreement', value: ended }, editor)).toMatchObject({
      impact: 'conditions',
    });
    const responsible = { ...sla, responsible: 'sergey' };
    expect(await assessChange(2, { section: 'agreement', value: responsible }, editor)).toMatchObject({
      impact: 'tells',
    });
    expect(
      await assessChange(2, { section: 'agreement', value: { ...sla, name: 'Company' } }, editor),
    ).toMatchObject({ impact: 'words' });
    const terms = { review: { period: 'month', zone: 'UTC' }, commitments: [] } as const;
    expect(await assessChange(2, { section: 'agreement', value: { ...sla, terms } }, editor)).toMatchObject({
      impact: 'unused',
      differences: [{ path: 'agreements.sla.terms' }],
    });
    const open = { ...set, holidays: [] };
    expect(await assessChange(2, { section: 'holidaySet', value: open }, editor)).toMatchObject({
      impact: 'goals',
      scope: 'future',
      differences: [{ path: 'holidaySets.de.holidays.0', before: set.holidays[0] }],
    });
  });

  it('is refused where a save would be', async () => {
    const zero = { ...delivery, goals: [{ ...delivery.goals[1], target: { kind: 'duration', ms: 0 } }] };
    expect(await code(assessChange(1, target(zero as MetricDefinition), editor))).toBe('INVALID_DEFINITION');
    expect(await code(assessChange(7, target(halved), editor))).toBe('CONFLICT');
  });
});

describe('an applied change', () => {
  it('is stored with what it replaced, told in the history, and followed by a recalculation', async () => {
    const { recalculation } = await applyChange(1, target(halved), { scope: 'future' }, editor);
    expect(await stored()).toMatchObject({
      version: 2,
      former: [expect.anything(), { version: 1, until: NOW, scope: 'future' }],
    });
    expect((await readChanges())[0]).toMatchObject({ version: 2, by: 'sergey', scope: 'future' });
    expect(recalculation).toMatchObject({ state: 'running', version: 2 });
    expect(await readJob()).toMatchObject({ version: 2, phases: ['open', 'stale'] });
  });

  it('that takes effect on Monday is recalculated at once and then', async () => {
    const from = NOW + 48 * HOUR;
    await applyChange(1, target(halved), { scope: 'new', from }, editor);
    expect(await readJob()).toMatchObject({ resumesAt: from, phases: ['open', 'stale', 'wait', 'open'] });
    expect(
      await code(applyChange(2, target(delivery), { scope: 'new', from: NOW + 9 * 24 * HOUR }, editor)),
    ).toBe('BAD_REQUEST');
  });

  it('reaches back to the date that was chosen', async () => {
    const closedSince = NOW - 12 * HOUR;
    await applyChange(1, target(halved), { scope: 'closed', closedSince }, editor);
    expect((await stored()).former?.at(-1)).toMatchObject({ until: closedSince, scope: 'replay' });
    expect(await readJob()).toMatchObject({ since: closedSince });
  });

  it('of what no clock counts on leaves every record good, and is kept with no past of its own', async () => {
    const { former } = await stored();
    const applied = await applyChange(
      1,
      { section: 'agreement', value: { ...agreement, id: 'ola' } },
      { scope: 'future' },
      editor,
    );
    expect(applied.recalculation).toBeNull();
    expect(await stored()).toMatchObject({ version: 2, sameSince: 1, agreements: [{ id: 'ola' }] });
    expect((await stored()).former).toEqual(former);
    expect((await readChanges())[0]).toMatchObject({
      action: 'sla.agreement.saved',
      subject: 'agreement:ola',
    });
    await rollBack(2, 2, editor);
    expect((await stored()).agreements).toEqual([]);
  });

  it('of what requesters see of a metric writes what Jira shows anew, of finished work items too', async () => {
    const hidden: MetricDefinition = { ...delivery, visibility: 'hidden' };
    const { recalculation } = await applyChange(1, target(hidden), { scope: 'future' }, editor);
    expect(recalculation).not.toBeNull();
    expect(await readJob()).toMatchObject({ state: 'running', since: 0 });
  });

  it('by a new metric looks at no finished work item', async () => {
    await applyChange(1, target({ ...delivery, id: 'new' }), { scope: 'future' }, editor);
    expect((await readJob())?.since).toBeUndefined();
  });

  it('and its undoing do, also where another change comes before the copies are written', async () => {
    const hidden: MetricDefinition = { ...delivery, visibility: 'hidden' };
    await applyChange(1, target(hidden), { scope: 'future' }, editor);
    const job = await readJob();
    if (job === null) throw new Error('a job');
    await transact([startWrite(BACKFILL, { ...job, state: 'done' })]);
    await rollBack(2, 2, editor);
    expect(await readJob()).toMatchObject({ state: 'running', since: 0 });
    const shorter = { ...delivery, goals: delivery.goals.slice(1) };
    await applyChange(3, target(shorter), { scope: 'closed', closedSince: NOW - HOUR }, editor);
    expect(await readJob()).toMatchObject({ state: 'running', since: 0 });
  });

  it('of a name leaves every record good and starts nothing', async () => {
    const renamed = { ...delivery, name: { en: 'Done' } };
    const { recalculation } = await applyChange(1, target(renamed), { scope: 'future' }, editor);
    expect(recalculation).toBeNull();
    expect(await readJob()).toBeNull();
    expect(await stored()).toMatchObject({ version: 2, sameSince: 1 });
    expect((await readChanges())[0]?.scope).toBeUndefined();
  });
});

describe('a query of an agreement', () => {
  const withQuery = (matching: string) =>
    ({
      ...agreement,
      id: 'sla',
      terms: {
        review: { period: 'month', zone: 'UTC' },
        commitments: [
          {
            id: 'rate',
            name: 'Reopened',
            unit: '%',
            direction: 'atMost',
            target: 5,
            source: { kind: 'jql', among: 'resolved >= {from}', matching },
          },
        ],
      },
    }) as const;
  const parse = (errors: readonly string[]) =>
    jest.fn<Promise<readonly (readonly string[])[]>, [readonly string[]]>(async () => [[], errors]);
  const refuse = async (errors: ReturnType<typeof parse>, known: SlaDefinitions['agreements'] = []) => {
    const change = {
      version: 1,
      action: '',
      subject: 'agreement:sla',
      apply: (each: SlaDefinitions) => each,
      effect: 'asItIs' as const,
    };
    const of = (agreements: SlaDefinitions['agreements']) => ({ ...definitionsOf(), agreements });
    const planned = { change, current: of(known), next: of([withQuery('labels = again')]) };
    return refuseBadQueries(planned, errors).then(
      () => null,
      (error: unknown) => error as AppFailure,
    );
  };

  it('that Jira can not read is refused at its field, in words of Jira', async () => {
    const failure = await refuse(parse(['No such field.']));
    expect(failure?.fields).toMatchObject([
      {
        whose: 'agreement:sla',
        at: 'terms.commitments.0.source.matching',
        code: 'JQL_REFUSED',
        params: { why: 'No such field.' },
      },
    ]);
  });

  it('is not asked about again while it stays as it is, nor a reason to refuse while Jira does not answer', async () => {
    const asked = parse(['No such field.']);
    expect(await refuse(asked, [withQuery('labels = again')])).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    expect(
      await refuse(jest.fn(async (_: readonly string[]) => Promise.reject(new Error('down')))),
    ).toBeNull();
  });

  it('is asked about with dates in place of the period', async () => {
    const asked = parse([]);
    expect(await refuse(asked)).toBeNull();
    expect(asked).toHaveBeenCalledWith(['resolved >= "2026-01-01 00:00"', 'labels = again']);
  });
});

describe('an undone change', () => {
  const history = madeHistory('2026-06-01T10:00');

  it('leaves the definitions word for word as they were, and every clock too', async () => {
    const before = await stored();
    await applyChange(1, target(halved), { scope: 'replay' }, editor);
    await rollBack(2, 2, { ...editor, now: NOW + HOUR });
    const after = await stored();
    expect({ ...after, version: 1 }).toEqual(before);
    expect(after.version).toBe(3);
    const at = NOW + 2 * HOUR;
    expect(replay(after, history, at).metrics).toEqual(replay(before, history, at).metrics);
    expect(await readJob()).toMatchObject({ version: 3, since: NOW });
    expect(await readChanges()).toMatchObject([
      { version: 3, undoes: 2, action: 'sla.rolledBack' },
      { version: 2, undoneBy: 3 },
      { version: 1 },
    ]);
  });

  it('takes later changes with it, and makes their records stale', async () => {
    await applyChange(1, target(halved), { scope: 'future' }, editor);
    await applyChange(2, target({ ...halved, name: { en: 'Done' } }), { scope: 'future' }, editor);
    await rollBack(3, 2, editor);
    expect((await stored()).sameSince).toBeUndefined();
    expect((await readChanges()).map(({ undoneBy }) => undoneBy)).toEqual([undefined, 4, 4, undefined]);
  });

  it('is refused after seven days, and twice', async () => {
    await applyChange(1, target(halved), { scope: 'future' }, editor);
    expect(withUndo(await readChanges(), NOW)[0]?.undoUntil).toBe(NOW + UNDO_MS);
    expect(await code(rollBack(2, 2, { ...editor, now: NOW + UNDO_MS }))).toBe('NOT_FOUND');
    await rollBack(2, 2, editor);
    expect(await code(rollBack(3, 2, editor))).toBe('NOT_FOUND');
  });

  it('is audited', async () => {
    await applyChange(1, target(halved), { scope: 'future' }, editor);
    await rollBack(2, 2, editor);
    const audited = { action: 'sla.rolledBack', subject: 'metric:delivery', undoes: 2 };
    expect([...forge.kvs.rows.values()]).toContainEqual(
      expect.objectContaining({ doc: expect.objectContaining(audited) as unknown }),
    );
  });
});
