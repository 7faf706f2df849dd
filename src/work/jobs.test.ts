import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as v from 'valibot';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { JiraRefused, JiraUnavailable } from '../kernel/errors';
import { cancelJob, isUnderWay, jobRows, keyOf, LOST_MS, newRun, readJob, resumeJob } from './job';
import {
  type JobKind,
  onJobEvent,
  startJob,
  startJobAtOnce,
  type StepOutcome,
  sweepJobs,
  workOn,
} from './jobs';
import { MemoryJobs } from './testing/memory-jobs';

const MINUTE = 60_000;

interface Pages {
  readonly left: number;
  readonly seen: number;
}

let now: number;
/** The page that each step began with. */
let pages: number[];
/** What a step does beside its page; what it answers takes the place of the next checkpoint. */
let during: (pages: Pages) => Promise<StepOutcome<Pages> | undefined>;

const kind: JobKind<Pages> = {
  kind: 'pages',
  schema: v.object({ left: v.number(), seen: v.number() }),
  async step({ left, seen }) {
    pages.push(left);
    const other = await during({ left, seen });
    if (other !== undefined) return other;
    return left === 1
      ? { done: { left: 0, seen: seen + 100 } }
      : { next: { left: left - 1, seen: seen + 100 } };
  },
  progress: ({ seen }) => seen,
};
const run = (left: number) => ({ ...newRun<Pages>({ left, seen: 0 }, 'sergey', now), id: 'r' });

let memory: MemoryJobs<Pages>;
const work = (id = 'r', budgetMs?: number, of = kind) => workOn(of, id, budgetMs, memory);

beforeEach(() => {
  [now, pages] = [1_000_000, []];
  during = async () => undefined;
  memory = new MemoryJobs(kind, () => now);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a run', () => {
  it('goes step by step until it is done, and keeps what its kind declares and nothing else', async () => {
    memory.set(run(3));
    during = async ({ left, seen }) =>
      left === 2 ? { next: { left: 1, seen, other: true } as Pages } : undefined;
    expect(await work()).toBe('done');
    expect(pages).toEqual([3, 2, 1]);
    expect(memory.job()).toEqual({
      id: 'r',
      by: 'sergey',
      startedAt: now,
      updatedAt: now,
      state: 'done',
      left: 0,
      seen: 200,
    });
  });

  it('goes on from the last checkpoint wherever an invocation ends', async () => {
    for (const dies of [1, 2, 3]) {
      [pages, memory.wrote] = [[], () => undefined];
      memory.set(run(3));
      let writes = 0;
      memory.wrote = () => {
        writes += 1;
        if (writes === dies) throw new Error('the invocation ends');
      };
      await expect(work()).rejects.toThrow('ends');
      expect(await work()).toBe('done');
      expect(pages).toEqual([3, 2, 1]);
      expect(memory.job()).toMatchObject({ state: 'done', seen: 300 });
    }
  });

  it('does a step again whose end nobody heard of', async () => {
    memory.set(run(2));
    during = () => Promise.reject(new JiraUnavailable('It answered 503.'));
    await expect(work()).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
    expect(memory.job()).toMatchObject({ state: 'running', left: 2 });
    during = async () => undefined;
    await work();
    expect(pages).toEqual([2, 2, 1]);
  });

  it('ends when another takes its place during a step, and writes nothing over it', async () => {
    memory.set(run(3));
    const other = { ...run(9), id: 'other' };
    during = async () => void memory.set(other);
    expect(await work()).toBe('done');
    expect(memory.job()).toEqual(other);
    expect(pages).toEqual([3]);
  });

  it('ends when it is cancelled during a step', async () => {
    memory.set(run(3));
    during = async () => void memory.set({ ...run(3), state: 'cancelled' });
    expect(await work()).toBe('done');
    expect(memory.job()).toMatchObject({ state: 'cancelled', left: 3 });
  });

  it('is not worked on for another, nor when it has ended', async () => {
    memory.set(run(3));
    expect(await work('former')).toBe('done');
    memory.set({ ...run(3), state: 'failed' });
    expect(await work()).toBe('done');
    expect(pages).toEqual([]);
  });

  it('does nothing before the instant it waits for', async () => {
    memory.set(run(2));
    const until = now + 30 * MINUTE;
    during = async ({ left }) => (left === 1 && now < until ? { waitUntil: until } : undefined);
    expect(await work()).toEqual({ at: until });
    expect(await work()).toEqual({ at: until });
    expect(pages).toEqual([2, 1]);
    now = until;
    expect(await work()).toBe('done');
    expect(memory.job()?.waitsUntil).toBeUndefined();
  });

  it('hands over when its time is up', async () => {
    memory.set(run(5));
    during = async () => void (now += 3 * MINUTE);
    expect(await work()).toBe('again');
    expect(pages).toEqual([5, 4, 3]);
    expect(await work('r', MINUTE)).toBe('again');
    expect(pages).toEqual([5, 4, 3, 2]);
  });

  it('does a burst unhindered, then two thousand a minute with the time that the steps take', async () => {
    memory.set(run(8));
    during = async () => void (now += 1000);
    await work();
    expect(memory.pauses).toEqual([2000, 2000]);
  });

  it('does without what Jira refuses, or fails where it cannot', async () => {
    memory.set(run(3));
    during = ({ left }) =>
      left === 2 ? Promise.reject(new JiraRefused(400, ['No such field.'])) : Promise.resolve(undefined);
    const tolerant = { ...kind, withoutRefused: ({ left, seen }: Pages) => ({ left: left - 1, seen }) };
    expect(await work('r', undefined, tolerant)).toBe('done');
    expect(memory.job()).toMatchObject({ state: 'done', seen: 200 });
    memory.set(run(3));
    await expect(work()).rejects.toThrow('No such field.');
    expect(memory.job()).toMatchObject({ state: 'failed', left: 2 });
    expect(await work()).toBe('done');
  });

  it('fails when a step says so', async () => {
    memory.set(run(3));
    during = async (pages) => ({ failed: pages });
    expect(await work()).toBe('done');
    expect(memory.job()).toMatchObject({ state: 'failed', left: 3 });
  });
});

describe('on Forge', () => {
  let forge: FakeForge;
  const stored = () => readJob(kind);
  const event = (id: string) => ({ body: { kind: 'pages', id } });

  beforeEach(() => {
    forge = installFakeForge('sergey');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });

  it('a run is begun in the background, and goes on in one invocation after another', async () => {
    await startJob(kind, run(4));
    expect(forge.pushed).toHaveLength(1);
    expect(pages).toEqual([]);
    during = async () => void (now += 5 * MINUTE);
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ state: 'running', left: 2 });
    expect(forge.pushed).toHaveLength(2);
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ state: 'done' });
    await onJobEvent([kind], event('r'));
    expect(forge.pushed).toHaveLength(2);
  });

  it('a run is begun at once while somebody waits, and the rest goes to the background', async () => {
    await startJobAtOnce(kind, run(2));
    expect(await stored()).toMatchObject({ state: 'done' });
    expect(forge.pushed).toEqual([]);
    during = async () => void (now += 5_000);
    await startJobAtOnce(kind, run(4));
    expect(await stored()).toMatchObject({ state: 'running', left: 2 });
    expect(forge.pushed).toHaveLength(1);
  });

  it('a fresh run takes the place of one at work, however far that is', async () => {
    await startJob(kind, run(3));
    during = async () => {
      during = async () => undefined;
      await startJob(kind, { ...run(7), id: 's' });
      return undefined;
    };
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ id: 's', left: 7, state: 'running' });
  });

  it('a run is cancelled, and resumed where it was', async () => {
    await startJob(kind, run(3));
    during = ({ left }) =>
      left === 2 ? cancelJob(kind, now).then(() => undefined) : Promise.resolve(undefined);
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ state: 'cancelled', left: 2 });
    during = async () => undefined;
    await resumeJob(kind, now);
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ state: 'done', seen: 300 });
    await cancelJob(kind, now);
    await resumeJob(kind, now);
    expect(await stored()).toMatchObject({ state: 'done' });
  });

  it('an event of a kind that is none does nothing', async () => {
    await onJobEvent([kind], { body: { kind: 'other', id: 'r' } });
    await onJobEvent([kind], {});
    expect(pages).toEqual([]);
  });

  it('a checkpoint that cannot be read any more is no run: another may begin', async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await startJob(kind, run(3));
    const row = await jobRows.get(keyOf(kind));
    await jobRows.put(keyOf(kind), { ...row!, work: { left: 'many' } }, 'any');
    expect(await stored()).toBeNull();
    await startJob(kind, run(1));
    await onJobEvent([kind], event('r'));
    expect(await stored()).toMatchObject({ state: 'done' });
  });

  describe('a run that was lost with its event', () => {
    it('is taken up by the sweep, once while it does not move', async () => {
      await startJob(kind, run(2));
      await sweepJobs([kind], now + LOST_MS - 1);
      expect(forge.pushed).toHaveLength(1);
      expect(isUnderWay(await stored(), now + LOST_MS)).toBe(false);
      await sweepJobs([kind], now + LOST_MS);
      await sweepJobs([kind], now + LOST_MS + 5 * MINUTE);
      expect(forge.pushed).toHaveLength(2);
      await onJobEvent([kind], event('r'));
      expect(await stored()).toMatchObject({ state: 'done' });
    });

    it('is not one that waits', async () => {
      await startJob(kind, run(2));
      during = async () => ({ waitUntil: now + 3 * LOST_MS });
      await onJobEvent([kind], event('r'));
      await sweepJobs([kind], now + 2 * LOST_MS);
      expect(forge.pushed).toHaveLength(2);
      await sweepJobs([kind], now + 4 * LOST_MS);
      expect(forge.pushed).toHaveLength(3);
    });

    it('has failed when it does not move however often it is taken up, until somebody resumes it', async () => {
      await startJob(kind, run(2));
      for (let turn = 1; turn <= 13; turn += 1) await sweepJobs([kind], now + turn * LOST_MS);
      expect(await stored()).toMatchObject({ state: 'failed', left: 2 });
      expect(forge.pushed).toHaveLength(13);
      await resumeJob(kind, now);
      await onJobEvent([kind], event('r'));
      expect(await stored()).toMatchObject({ state: 'done' });
    });
  });
});
