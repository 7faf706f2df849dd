import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { CATEGORIES, delivery, HOUR, MINUTE, STATUS } from '../testing/definitions';
import { World } from '../testing/world';
import type { BulkPorts, PageRequest } from '../clocks/sync/ports';
import { installFakeForge } from '../../../test/support/fake-forge';
import { isUnderWay, newRun } from '../../work/job';
import { workOn } from '../../work/jobs';
import { MemoryJobs } from '../../work/testing/memory-jobs';
import { forecastWith } from './learn';
import { FORECAST, type Learning, type LearningJob, newLearning } from './learning-job';
import { type ForecastSample, fitted, type Learned, readSample } from './sample';

let world: World;
let jobs: MemoryJobs<Learning>;
let sample: ForecastSample | null;
let asked: PageRequest[];
let ports: BulkPorts;

/** An issue that was answered after ten minutes and done after so many hours, the last of them spent waiting. */
function finished(id: string, hours: number, properties: Record<string, unknown> = {}): void {
  world.jira.create(id);
  world.jira.issue(id).properties = properties;
  world.time += 10 * MINUTE;
  world.jira.comment(id, 'agent');
  world.time += (hours - 1) * HOUR - 10 * MINUTE;
  world.jira.change(id, { status: STATUS.waiting });
  world.time += HOUR;
  world.jira.change(id, { status: STATUS.done });
}

beforeEach(() => {
  installFakeForge('sergey');
  world = new World();
  jobs = new MemoryJobs(FORECAST, () => world.time);
  [sample, asked] = [null, []];
  ports = {
    ...world.ports,
    definitions: async () => world.definitions,
    categories: async () => CATEGORIES,
    people: async () => ({ readAt: world.time, standings: world.jira.standings() }),
    records: { getMany: async () => new Map(), query: async () => ({ docs: [] }) },
    version: async () => null,
    fieldIds: async () => new Map(),
    count: async () => world.jira.issues.size,
    // Pages of two, what was touched last first.
    search: async (request) => {
      asked.push(request);
      const ids = [...world.jira.issues.keys()].reverse();
      const from = Number(request.pageToken ?? 0);
      const histories = ids.slice(from, from + 2).flatMap((id) => {
        const full = world.jira.history(id);
        return full === null ? [] : [{ ...full, properties: world.jira.issue(id).properties }];
      });
      return { histories, ...(from + 2 < ids.length ? { nextPageToken: String(from + 2) } : {}) };
    },
  };
});

const fresh = (): LearningJob => ({ ...newRun(newLearning(world.definitions), null, world.time), id: 'r' });
const begin = (from: Partial<Learning> = {}): void => jobs.set({ ...fresh(), ...from });
async function learn(using: BulkPorts, id: string) {
  const outcome = await workOn(forecastWith(using), id, undefined, jobs);
  sample = await readSample();
  return outcome;
}
const coursesOf = (id: string) => sample?.metrics.find((metric) => metric.id === id)?.courses;

describe('learning', () => {
  test('takes from each finished work item what its clocks counted, the latest first', async () => {
    finished('1', 3, { 'pledge-request': { itemId: 'laptop' } });
    finished('2', 7);
    begin();
    expect(await learn(ports, 'r')).toBe('done');
    expect(coursesOf('delivery')).toEqual([
      [
        't:10',
        'rest',
        360,
        240,
        1,
        [
          [STATUS.open, 0, 360],
          [STATUS.waiting, 360, 0],
        ],
      ],
      [
        'i:laptop',
        'rest',
        120,
        240,
        0,
        [
          [STATUS.open, 0, 120],
          [STATUS.waiting, 120, 0],
        ],
      ],
    ]);
    expect(coursesOf('response')?.map(([, , total]) => total)).toEqual([10, 10]);
    expect(sample).toMatchObject({ version: 1, learnedAt: world.time });
  });

  test('knows no work item and nobody by name', async () => {
    finished('77777', 3);
    begin();
    await learn(ports, 'r');
    expect(JSON.stringify(sample)).not.toMatch(/77777|rita|ann|agent|Help/);
  });

  test('looks only at what is done, within what the metrics measure, and goes on from its checkpoint', async () => {
    for (const id of ['1', '2', '3', '4', '5']) finished(id, 2);
    begin({ looked: 2, total: 5, pageToken: '2' });
    await learn(ports, 'r');
    expect(asked.map(({ pageToken }) => pageToken)).toEqual(['2', '4']);
    expect(asked[0]?.jql).toBe('project in (10000) AND statusCategory = Done ORDER BY updated DESC');
    expect(jobs.job()).toMatchObject({ state: 'done', looked: 5, metrics: [] });
    expect(coursesOf('delivery')).toHaveLength(3);
  });

  test('begins again when the definitions have changed meanwhile', async () => {
    for (const id of ['1', '2', '3', '4']) finished(id, 2);
    begin({ looked: 2, pageToken: '2' });
    const retired = { ...delivery, retired: { at: world.time, open: 'finish' as const } };
    world.definitions = {
      ...world.definitions,
      version: 2,
      metrics: [world.definitions.metrics[0]!, retired],
    };
    await learn(ports, 'r');
    expect(sample?.metrics.map(({ id, courses }) => [id, courses.length])).toEqual([['response', 4]]);
  });

  test('leaves out a work item that cannot be replayed, and does not when Jira is down', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    finished('1', 2);
    finished('2', 2);
    const { search } = ports;
    const broken: BulkPorts = {
      ...ports,
      search: async (...request) => {
        const { histories } = await search(...request);
        const [first, ...others] = histories.map((each) => ({ ...each }));
        return { histories: [{ ...first!, issue: { ...first!.issue, fields: {} } }, ...others] };
      },
    };
    begin();
    await learn(broken, 'r');
    expect(coursesOf('delivery')).toHaveLength(1);
    begin();
    const down: BulkPorts = { ...ports, search: () => Promise.reject(new Error('down')) };
    await expect(learn(down, 'r')).rejects.toThrow('down');
    expect(jobs.job()?.state).toBe('running');
  });

  test('ends when another run took its place, and hands over when its time is up', async () => {
    finished('1', 2);
    begin();
    expect(await learn(ports, 'former')).toBe('done');
    expect(sample).toBeNull();
    jobs.now = () => (world.time += 5 * 60_000);
    for (const id of ['2', '3', '4', '5', '6', '7']) finished(id, 2);
    expect(await learn(ports, 'r')).toBe('again');
    expect(jobs.job()).toMatchObject({ state: 'running', looked: expect.any(Number) });
  });
});

describe('a run', () => {
  test('counts as lost when it has not moved for twenty minutes', () => {
    const begun = fresh();
    expect(isUnderWay(begun, world.time + 19 * MINUTE)).toBe(true);
    expect(isUnderWay(begun, world.time + 20 * MINUTE)).toBe(false);
    expect(isUnderWay({ ...begun, state: 'done' }, world.time)).toBe(false);
    expect(isUnderWay(null, world.time)).toBe(false);
  });
});

describe('what is kept', () => {
  const learned = (metrics: number, courses: number, stages: number): Learned =>
    Array.from({ length: metrics }, (_, nth) => ({
      id: `m${nth}`,
      courses: Array.from({ length: courses }, (_, minutes) => [
        'i:laptop',
        'rest',
        minutes,
        240,
        0,
        Array.from(
          { length: stages },
          (_, stage) => [String(10_000 + stage), 10, 20] as [string, number, number],
        ),
      ]),
    }));

  test('is two hundred courses a metric, the latest', () => {
    const [metric] = fitted(learned(1, 250, 3));
    expect(metric?.courses).toHaveLength(200);
    expect(metric?.courses[0]?.[2]).toBe(0);
  });

  test('is read in one piece, however much there is: every metric gives up alike', () => {
    const kept = fitted(learned(40, 200, 8));
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(60_000);
    expect(new Set(kept.map(({ courses }) => courses.length)).size).toBe(1);
    expect(kept[0]?.courses.length).toBeGreaterThan(0);
  });
});
