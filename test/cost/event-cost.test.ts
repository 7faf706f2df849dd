/**
 * The budget of an event: one storage read, one conditional write of at most 2 KB, nothing asked of Jira. An event about a
 * comment does not tell what its author is, nor who may read it: one more call reads it, and one asks about an author whom
 * nobody asked about in the last ten minutes.
 */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { dollars } from '../../bench/cost/prices';
import type { SlaTestCase } from '../../src/sla/engine/model';
import { definitions as base, STATUS } from '../../src/sla/testing/definitions';
import { dropCached } from '../../src/work/cache';
import { type Billed, BilledSite } from './billed';
import { demoDefinitions } from './demo-definitions';

const MOST_BYTES = 2_048;
const NOTHING = { reads: 1, writes: 0, writtenBytes: 0, restReads: 0, displayCopies: 0 };

const withinBudget = ({ reads, writes, writtenBytes, restReads }: Billed): void => {
  expect({ reads, restReads }).toEqual({ reads: 1, restReads: 0 });
  expect(writes).toBeLessThanOrEqual(1);
  expect(writtenBytes).toBeLessThanOrEqual(MOST_BYTES);
};

/** The comment itself, and its author the first time. */
const withoutReading = (billed: Billed): Billed => {
  expect(billed.restReads).toBeGreaterThanOrEqual(1);
  expect(billed.restReads).toBeLessThanOrEqual(2);
  return { ...billed, restReads: 0 };
};

let site: BilledSite;
let now = Date.UTC(2026, 5, 1, 9);

beforeEach(async () => {
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 1_000));
  site = new BilledSite();
  await site.defines();
  await site.deliver(site.jira.create('1'));
});

describe('an event that continues what is stored', () => {
  test.each([
    ['a pause', (): Promise<Billed> => site.deliver(site.jira.change('1', { status: STATUS.waiting }))],
    ['a stop', (): Promise<Billed> => site.deliver(site.jira.change('1', { status: STATUS.done }))],
    ['another goal', (): Promise<Billed> => site.deliver(site.jira.change('1', { priority: '1' }))],
  ])('%s: one read, one write, one copy to show', async (_name, act) => {
    const billed = await act();
    withinBudget(billed);
    expect(billed).toMatchObject({ writes: 1, displayCopies: 1 });
  });

  test('a first answer: the comment is read, and its author asked about once', async () => {
    const first = await site.deliver(site.jira.comment('1', 'ann'));
    expect(first).toMatchObject({ reads: 1, writes: 1, displayCopies: 1, restReads: 2 });
    expect((await site.deliver(site.jira.comment('1', 'ann'))).restReads).toBe(1);
    expect((await site.deliver(site.jira.comment('1', 'rita'))).restReads).toBe(1);
  });

  test('stays within the budget through a long life', async () => {
    for (let round = 0; round < 12; round += 1) {
      for (const status of [STATUS.waiting, STATUS.open])
        withinBudget(await site.deliver(site.jira.change('1', { status })));
      withinBudget(
        withoutReading(await site.deliver(site.jira.comment('1', round % 2 === 0 ? 'ann' : 'rita'))),
      );
      withinBudget(await site.deliver(site.jira.change('1', { priority: round % 2 === 0 ? '1' : '3' })));
    }
  });

  test('that changes nothing writes nothing', async () => {
    const answer = site.jira.comment('1', 'ann');
    await site.deliver(answer);
    expect(await site.deliver(answer)).toEqual(NOTHING);
    expect(await site.deliver(site.jira.change('1', { summary: 'Help!' }))).toEqual(NOTHING);
    const event = site.jira.change('1', { status: STATUS.waiting });
    await site.deliver(event);
    expect(await site.deliver(event)).toEqual(NOTHING);
  });
});

describe('a status change of an issue that fulfils a request', () => {
  test('costs nothing more while the request stays open', async () => {
    site.fulfils('1', 'request-1');
    withinBudget(await site.deliver(site.jira.change('1', { status: STATUS.waiting })));
  });

  test('looks the request up when the status ends it', async () => {
    site.fulfils('1', 'request-1');
    const billed = await site.deliver(site.jira.change('1', { status: STATUS.done }));
    expect(billed).toMatchObject({ reads: 2, writes: 1, restReads: 0 });
  });
});

describe('an issue outside every scope', () => {
  const outside = async (): Promise<Billed> => {
    const event = site.jira.change('1', { status: STATUS.waiting });
    return site.deliver({ ...event, issueId: '2', fields: { ...event.fields, project: { id: '77' } } });
  };

  test('costs one read', async () => expect(await outside()).toEqual(NOTHING));

  test('costs no more when it fulfils a request that stays open', async () => {
    site.fulfils('2', 'request-2');
    expect(await outside()).toEqual(NOTHING);
  });
});

describe('what is read and written, in bytes', () => {
  const DOLLARS = 1_000_000;
  const changing = () => site.jira.change('1', { status: STATUS.waiting });
  const unchanging = () => site.jira.change('1', { summary: 'Help!' });
  const storageDollars = (readBytes: number, writtenBytes: number) =>
    dollars({ gbSeconds: 0, reads: 1, readBytes, writtenBytes }) * DOLLARS;

  test('an event that changes nothing costs at most $0.20 a million', async () => {
    const read = await site.bytesRead(() => site.deliver(unchanging()));
    expect(storageDollars(read, 0)).toBeLessThanOrEqual(0.2);
  });

  test('an event that changes something costs at most $1.40 a million for its record and what is read', async () => {
    let written = 0;
    const read = await site.bytesRead(async () => {
      written = (await site.deliver(changing())).writtenBytes;
    });
    expect(storageDollars(read, written)).toBeLessThanOrEqual(1.4);
  });

  test("a process that has kept nothing reads at most 10 kB, with the demo's definitions", async () => {
    await site.defines({ ...demoDefinitions(), version: 2 });
    dropCached();
    const read = await site.bytesRead(() => site.deliver(unchanging()));
    expect(read).toBeGreaterThan(1_000);
    expect(read).toBeLessThanOrEqual(10_000);
  });
});

test('publishing definitions is a handful of operations, however large they are', async () => {
  const [metric] = base.metrics;
  if (metric === undefined) throw new Error('There is no metric.');
  const tests = Array.from({ length: 4_000 }, (_, nth) => testCase(String(nth)));
  let operations = 0;
  const count = site.forge.kvs.before;
  site.forge.kvs.before = (path, body) => {
    const { set = [] } = body as { readonly set?: readonly { readonly key: string }[] };
    if (set.some(({ key }) => key === 'sla')) operations = set.length;
    return count(path, body);
  };
  await site.defines({ ...base, version: 2, metrics: [{ ...metric, tests }, ...base.metrics.slice(1)] });
  expect(operations).toBeGreaterThan(0);
  expect(operations).toBeLessThanOrEqual(5);
});

const testCase = (id: string): SlaTestCase => ({
  id,
  name: 'A story that is long enough to weigh something '.repeat(4),
  zone: 'UTC',
  createdAt: '2026-06-01T10:00',
  fields: {},
  events: [],
  at: '2026-06-01T12:00',
  expect: {},
});
