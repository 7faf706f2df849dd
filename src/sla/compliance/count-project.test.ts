import { describe, expect, it } from '@jest/globals';
import type { SlaDefinitions } from '../engine/model';
import { NO_TALLY } from './domain/tally';
import { isoInstant, type SlaRecord } from '../clocks/record/record';
import { compose } from '../clocks/follow/compose';
import { rebuild } from '../clocks/follow/rebuild';
import { CATEGORIES, definitions as defaults, HOUR, STATUS } from '../testing/definitions';
import { T0, World } from '../testing/world';
import { countProject, tallied } from './count-project';
import type { BulkPorts } from '../clocks/sync/ports';

const DAY = 24 * HOUR;
const PERIOD = { key: 'p', from: T0 - DAY, to: T0 + 90 * DAY };
const countingOf = (metricId: string) => [{ period: PERIOD, metricIds: new Set([metricId]) }];

/** An issue that was done seven times, the second time too late, with its record; pages of one record. */
const setUp = async (definitions: SlaDefinitions = defaults) => {
  const world = new World();
  world.jira.create('1');
  for (const [turn, hours] of [1, 5, 1, 1, 1, 1, 1].entries()) {
    world.time = T0 + turn * DAY;
    if (turn > 0) world.jira.change('1', { status: STATUS.open });
    world.time += hours * HOUR;
    world.jira.change('1', { status: STATUS.done });
  }
  const full = { ...world.jira.history('1')!, categories: CATEGORIES, groups: {} };
  const { record } = compose(rebuild(full, null, definitions), null, definitions, world.time);
  const pages: (readonly SlaRecord[])[] = [[record]];
  const searched: string[] = [];
  const ports = {
    now: () => world.time,
    version: async () => null,
    categories: async () => CATEGORIES,
    people: async () => ({ groups: {}, judging: undefined }),
    records: {
      getMany: async () => new Map([['1', record]]),
      query: async ({ cursor = '0' }: { readonly cursor?: string | undefined }) => ({
        docs: pages[Number(cursor)] ?? [],
        ...(Number(cursor) + 1 < pages.length ? { cursor: String(Number(cursor) + 1) } : {}),
      }),
    },
    search: async ({ jql }: { readonly jql: string }) => {
      searched.push(jql);
      const found = world.jira.history('1');
      return { histories: found === null ? [] : [{ ...found, properties: {} }] };
    },
  } as unknown as BulkPorts;
  const count = async (metricId = 'delivery') =>
    tallied([{}], await countProject(ports, '10000', countingOf(metricId), defaults))[0];
  return { world, record, pages, searched, count };
};

/** Answers queries as the two indexes of records by project do. */
const indexed = (record: SlaRecord): BulkPorts['records']['query'] =>
  async function query({ index, partition = [], range }) {
    if (range === undefined || range.op === 'between') throw new Error('not asked like that');
    const [projectId, open] = partition;
    const at = index === 'by-project-breach' ? record.nextBreachAt : record.updatedAt;
    const isIn = record.projectId === projectId && (open === undefined || open === record.open);
    const text = at === undefined ? '' : isoInstant(at);
    const fits = text !== '' && (range.op === 'lt' ? text < range.value : text >= range.value);
    return { docs: isIn && fits ? [record] : [] };
  };

describe('a clock that is late and still open', () => {
  const open = async (turn: (world: World) => void = () => undefined) => {
    const world = new World();
    world.jira.create('1');
    world.time = T0 + 40 * DAY;
    turn(world);
    const full = { ...world.jira.history('1')!, categories: CATEGORIES, groups: {} };
    const { record } = compose(rebuild(full, null, defaults), null, defaults, world.time);
    const untouched = { ...record, updatedAt: T0 };
    const countIn = async (own: SlaRecord) => {
      const query = indexed(own);
      const ports = { now: () => world.time, version: async () => null, records: { query } };
      const period = { key: 'p', from: T0 + 30 * DAY, to: T0 + 60 * DAY };
      const countings = [{ period, metricIds: new Set(['delivery']) }];
      return tallied(
        [{}],
        await countProject(ports as unknown as BulkPorts, '10000', countings, defaults),
      )[0];
    };
    return { record, untouched, countIn };
  };

  it('is counted although nothing changed its work item since before the period', async () => {
    const { untouched, countIn } = await open();
    expect(await countIn(untouched)).toEqual({ delivery: { ...NO_TALLY, open: 1 } });
  });

  it('is counted once, and the same, after an edit that has nothing to do with it', async () => {
    const { record, countIn } = await open((world) => world.jira.change('1', { priority: '2' }));
    expect(record.updatedAt).toBeGreaterThan(T0 + 30 * DAY);
    expect(await countIn(record)).toEqual({ delivery: { ...NO_TALLY, open: 1 } });
  });
});

describe('the records of a project', () => {
  it('are replayed from Jira where they left out cycles of the period', async () => {
    const { record, searched, count } = await setUp();
    expect(record.state.runs.find(({ id }) => id === 'delivery')?.earlier).toBeDefined();
    expect(await count()).toEqual({ delivery: { ...NO_TALLY, met: 6, breached: 1 } });
    expect(searched).toEqual(['id in (1)']);
  });

  it('are told as they are, with what can not be dated, when Jira has the issue no longer', async () => {
    const { world, count } = await setUp();
    world.jira.remove('1');
    expect(await count()).toEqual({ delivery: { ...NO_TALLY, met: 5, undated: 2 } });
  });

  it('are counted once, as they are read last', async () => {
    const { record, pages, count } = await setUp();
    pages.push([{ ...record, rev: record.rev + 1 }]);
    expect(await count()).toEqual({ delivery: { ...NO_TALLY, met: 6, breached: 1 } });
  });

  it('are replayed when nobody knows the rules any more by which they were made', async () => {
    const { record, pages, searched, count } = await setUp();
    pages[0] = [{ ...record, state: { ...record.state, version: 99 } }];
    expect(await count()).toMatchObject({ delivery: { met: 6 } });
    expect(searched).toHaveLength(1);
  });

  it('have no clock under way when their work item is gone', async () => {
    const { world, record, pages, count } = await setUp();
    const open = { ...record.state, m: record.state.runs.filter(({ id }) => id === 'response') };
    world.time += DAY;
    pages[0] = [{ ...record, open: 'y', state: open }];
    expect(await count('response')).toEqual({ response: { ...NO_TALLY, open: 1 } });
    pages[0] = [{ ...record, open: 'g', state: open }];
    expect(await count('response')).toEqual({});
  });
});
