import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type FakeForge, installFakeForge, type ProductCall } from '../../../test/support/fake-forge';
import type { Board } from './domain/answers';
import type { PackedCourse } from '../engine/forecast/pack';
import { writeSample } from '../forecast/sample';
import { definitions, HOUR, MINUTE, PROJECT, underOneAgreement } from '../testing/definitions';
import { storeDefinitions, storeDisplay, storeIssue, waits } from '../testing/stored';
import { dropCached } from '../../work/cache';
import { resolversOf } from '../../entry/resolvers/handle';
import { dropShares } from '../../entry/resolvers/share';
import { slaCalls } from '../calls';

const NOW = Date.UTC(2026, 5, 1, 9);
let forge: FakeForge;
let hidden: Set<string>;
let paused: readonly string[];
let searchStatus: number;

const issueOf = (id: string) => ({
  id,
  key: `T-${id}`,
  fields: {
    summary: `Secret ${id}`,
    project: { id: PROJECT, name: 'IT support' },
    assignee: { accountId: 'ingrid', displayName: 'Ingrid' },
    customfield_10001: { id: 'x', name: 'Network' },
    customfield_10002: { id: '7', value: 'Second line' },
    customfield_10003: [{ groupId: 'g', name: 'desk' }],
  },
});
const seen = (ids: readonly string[]) => ids.filter((id) => !hidden.has(id)).map(issueOf);

const product = ({ path, as, body }: ProductCall) => {
  if (as !== 'user') return { status: 500 };
  const { issueIdsOrKeys = [], maxResults = 0 } = body as { issueIdsOrKeys?: string[]; maxResults?: number };
  if (issueIdsOrKeys.length > 100) return { status: 400, body: { errorMessages: ['too many'] } };
  if (path.endsWith('/issue/bulkfetch')) return { status: 200, body: { issues: seen(issueIdsOrKeys) } };
  const all = seen(paused);
  const more = all.length > maxResults ? { nextPageToken: 'more' } : {};
  return { status: searchStatus, body: { issues: all.slice(0, maxResults), ...more } };
};

async function ask(payload: object = {}): Promise<Board> {
  const resolver = resolversOf(slaCalls)['sla.board'] as (
    request: object,
  ) => Promise<{ ok: boolean; value: Board }>;
  const answer = await resolver({ payload, context: { accountId: 'alice' } });
  expect(answer.ok).toBe(true);
  return answer.value;
}

const clocks = ({ rows }: Board) =>
  rows.map(({ issueKey, metricId, state, breached }) => [issueKey, metricId, state, breached]);
const queries = () => forge.kvs.calls.filter((path) => path.endsWith('/entity/query')).length;

beforeEach(async () => {
  dropShares();
  dropCached();
  forge = installFakeForge('alice');
  forge.product = product;
  hidden = new Set();
  paused = [];
  searchStatus = 200;
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await storeDefinitions();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the live board', () => {
  it('is sorted by next breach, late ones first, paused ones last', async () => {
    await storeIssue({ id: '1', createdAt: NOW - 30 * MINUTE }, NOW);
    await storeIssue({ id: '2', createdAt: NOW - 2 * HOUR }, NOW);
    await storeIssue({ id: '3', createdAt: NOW - 40 * MINUTE, facts: [waits(NOW - 20 * MINUTE)] }, NOW);
    paused = ['3'];
    expect(clocks(await ask())).toEqual([
      ['T-2', 'response', 'running', true],
      ['T-3', 'response', 'running', false],
      ['T-1', 'response', 'running', false],
      ['T-2', 'delivery', 'running', false],
      ['T-1', 'delivery', 'running', false],
      ['T-3', 'delivery', 'paused', false],
    ]);
  });

  it('tells of a row what a reader needs, as Jira tells it to that reader', async () => {
    await storeIssue({ id: '3', createdAt: NOW - 40 * MINUTE, facts: [waits(NOW - 20 * MINUTE)] }, NOW);
    const { rows } = await ask({ teamField: 'customfield_10001' });
    expect(rows.at(-1)).toEqual({
      issueId: '3',
      issueKey: 'T-3',
      summary: 'Secret 3',
      space: { id: PROJECT, name: 'IT support' },
      team: 'Network',
      assignee: { accountId: 'ingrid', name: 'Ingrid' },
      metricId: 'delivery',
      metricName: { en: 'Delivery', ru: 'Выполнение' },
      state: 'paused',
      breached: false,
      remainingMs: 3 * HOUR + 40 * MINUTE,
      goalMs: 4 * HOUR,
      calendarId: null,
      zone: 'UTC',
      pauseReason: 'requester',
      pausedSince: NOW - 20 * MINUTE,
    });
    expect((await ask()).rows[0]?.team).toBeNull();
  });

  it('tells which breach below puts a clock at risk', async () => {
    await storeDefinitions({ ...underOneAgreement, version: 2 });
    await storeIssue({ id: '1', createdAt: NOW - 2 * HOUR }, NOW, { ...underOneAgreement, version: 2 });
    expect((await ask()).rows.map(({ metricId, risk }) => [metricId, risk])).toEqual([
      ['response', undefined],
      ['delivery', { metricName: { en: 'First response' }, at: NOW - HOUR, elsewhere: false }],
    ]);
  });

  describe('with forecasts', () => {
    const course = (hours: number): PackedCourse => [
      't:',
      'rest',
      hours * 60,
      240,
      0,
      [['1', 0, hours * 60]],
    ];
    const learn = (...hours: readonly number[]) =>
      writeSample({
        schema: 1,
        learnedAt: NOW,
        version: 1,
        metrics: [{ id: 'delivery', courses: hours.map(course) }],
      });
    const forecasts = ({ rows }: Board) => rows.map(({ metricId, forecast }) => [metricId, forecast?.longer]);

    it('marks what similar ones needed longer for than is left, and nothing that is late already', async () => {
      await learn(2, 5, 5, 5, 5, 6, 6, 6, 6);
      await storeIssue({ id: '1', createdAt: NOW - 3 * HOUR }, NOW);
      await storeIssue({ id: '2', createdAt: NOW - 9 * HOUR }, NOW);
      forge.kvs.calls.length = 0;
      const board = await ask();
      expect(board.forecasts).toBe(true);
      expect(forecasts(board)).toEqual([
        ['response', undefined],
        ['delivery', undefined],
        ['response', undefined],
        ['delivery', 8],
      ]);
      expect(board.rows.at(-1)?.forecast).toMatchObject({ among: 'similar', count: 8, leftMs: HOUR });
      expect(queries()).toBe(2);
    });

    it('says nothing good, nothing of too few, and nothing at all once they are switched off', async () => {
      await storeIssue({ id: '1', createdAt: NOW - HOUR }, NOW);
      await learn(1, 2, 2, 2, 2, 2, 2, 2);
      expect(forecasts(await ask())).toEqual([
        ['response', undefined],
        ['delivery', undefined],
      ]);
      await learn(9, 9, 9, 9, 9, 9, 9);
      expect(forecasts(await ask())[1]).toEqual(['delivery', undefined]);
      await learn(9, 9, 9, 9, 9, 9, 9, 9);
      expect(forecasts(await ask())[1]).toEqual(['delivery', 8]);
      await storeDisplay({ forecasts: false });
      const off = await ask();
      expect(off.forecasts).toBe(false);
      expect(forecasts(off)[1]).toEqual(['delivery', undefined]);
    });
  });

  it.each([
    [{ groupField: 'customfield_10002' }, 'Second line'],
    [{ groupField: 'customfield_10003' }, 'desk'],
    [{ groupField: null }, null],
  ])('takes the team from the field of the settings: %j', async (display, team) => {
    await storeDisplay(display);
    await storeIssue({ id: '1', createdAt: NOW }, NOW);
    expect((await ask({ teamField: 'customfield_10001' })).rows[0]?.team).toBe(team);
  });

  it('says nothing of an issue its caller may not browse, running, late or paused', async () => {
    await storeIssue({ id: '1', createdAt: NOW - 30 * MINUTE }, NOW);
    await storeIssue({ id: '2', createdAt: NOW - 9 * HOUR }, NOW);
    await storeIssue({ id: '3', createdAt: NOW - HOUR, facts: [waits(NOW - 20 * MINUTE)] }, NOW);
    paused = ['3'];
    hidden = new Set(['1', '2', '3']);
    const board = await ask();
    expect(board).toMatchObject({ rows: [], moreBreached: false, paused: 'all' });
    expect(JSON.stringify(board)).not.toMatch(/Secret|T-\d/);
  });

  it('believes the record, not the copy on the issue, about what is paused', async () => {
    await storeIssue({ id: '1', createdAt: NOW - 30 * MINUTE }, NOW);
    paused = ['1', '404'];
    expect(clocks(await ask()).map(([, , state]) => state)).toEqual(['running', 'running']);
  });

  it('stands without the paused ones where Jira refuses to search for them', async () => {
    await storeIssue({ id: '1', createdAt: NOW - 30 * MINUTE }, NOW);
    searchStatus = 400;
    expect(await ask()).toMatchObject({ paused: 'none', rows: [{ issueKey: 'T-1' }, { issueKey: 'T-1' }] });
  });

  it('shows one project from its own part of the index', async () => {
    const others = definitions.metrics.map((metric) => ({ ...metric, scope: { all: [] } }));
    const everywhere = { ...definitions, version: 2, metrics: others };
    await storeDefinitions(everywhere);
    await storeIssue({ id: '1', createdAt: NOW - MINUTE, projectId: '7' }, NOW, everywhere);
    await storeIssue({ id: '2', createdAt: NOW - MINUTE, projectId: '8' }, NOW, everywhere);
    expect(clocks(await ask({ projectId: '8' })).map(([key]) => key)).toEqual(['T-2', 'T-2']);
    expect(JSON.stringify(forge.products)).toContain('project = 8 AND');
  });

  it('keeps showing records that a recalculation has not reached yet', async () => {
    await storeIssue({ id: '1', createdAt: NOW - 30 * MINUTE }, NOW);
    await storeDefinitions({ ...definitions, version: 2 });
    expect(clocks(await ask())).toHaveLength(2);
  });

  it('sends calendars once a version', async () => {
    expect(await ask()).toMatchObject({ version: 1, calendars: { calendars: [] } });
    expect(await ask({ version: 1 })).not.toHaveProperty('calendars');
  });

  it('reads two pages and asks Jira three times, however much is open', async () => {
    for (let index = 0; index < 130; index += 1) {
      await storeIssue({ id: `1${index}`, createdAt: NOW - index * 1000 }, NOW);
      await storeIssue({ id: `2${index}`, createdAt: NOW - 5 * HOUR - index * 1000 }, NOW);
      const facts = [waits(NOW - 6 * HOUR - index * 1000 + 1)];
      await storeIssue({ id: `3${index}`, createdAt: NOW - 6 * HOUR - index * 1000, facts }, NOW);
    }
    paused = Array.from({ length: 130 }, (_, index) => `3${index}`);
    forge.kvs.calls.length = 0;
    const board = await ask();
    expect(queries()).toBe(2);
    expect(forge.products).toHaveLength(3);
    expect(board).toMatchObject({ moreBreached: true, paused: 'some' });
    const until = board.upcomingUntil ?? 0;
    const upcoming = board.rows.filter(({ state, dueTime = 0 }) => state === 'running' && dueTime >= NOW);
    expect(upcoming.length).toBeGreaterThan(0);
    expect(Math.max(...upcoming.map(({ dueTime = 0 }) => dueTime))).toBeLessThanOrEqual(until);
    expect(board.rows.filter(({ state }) => state === 'paused').length).toBeGreaterThanOrEqual(100);
  });

  it.each([[{ projectId: '1 OR 1=1' }], [{ teamField: 'summary' }], [{ version: -1 }]])(
    'refuses what is not an id: %j',
    async (payload) => {
      const resolver = resolversOf(slaCalls)['sla.board'] as (request: object) => Promise<object>;
      const answer = await resolver({ payload, context: { accountId: 'alice' } });
      expect(answer).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
      expect(forge.products).toHaveLength(0);
    },
  );

  it('shows a clock that is hidden from requesters to those who may edit the work item', async () => {
    forge = installFakeForge('alice');
    for (const id of ['1', '2']) await storeIssue({ id, createdAt: NOW - HOUR }, NOW);
    await storeDefinitions({
      ...definitions,
      metrics: definitions.metrics.map((each) =>
        each.id === 'delivery' ? { ...each, visibility: 'hidden' as const } : each,
      ),
    });
    forge.product = (call) => {
      if (!call.path.endsWith('/permissions/check')) return product(call);
      const { projectPermissions } = call.body as { projectPermissions?: unknown };
      const granted =
        projectPermissions === undefined ? [] : [{ permission: 'EDIT_ISSUES', projects: [], issues: [2] }];
      return { status: 200, body: { globalPermissions: [], projectPermissions: granted } };
    };
    const shown = (await ask()).rows.filter(({ metricId }) => metricId === 'delivery');
    expect(shown.map(({ issueKey }) => issueKey)).toEqual(['T-2']);
  });
});
