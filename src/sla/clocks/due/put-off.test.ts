/** Clocks that fail whenever they are due: they must not keep the others from their second. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { JiraRefused, JiraUnavailable, storageBusy } from '../../../kernel/errors';
import { sweepKind } from '../../../work/timers';
import { definitions, delivery, HOUR, MINUTE } from '../../testing/definitions';
import { T0, World } from '../../testing/world';
import { actOnDue } from './act-on-due';
import type { DueOutcome } from './on-due';
import { onIssueEvent } from '../follow/on-issue-event';
import type { DueEvent, SlaPorts } from '../follow/ports';
import { timersOf } from './sweep';

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

/** Its warning falls due after three hours of four. */
const only = { ...definitions, metrics: [delivery] };
const WARNING = T0 + 3 * HOUR;

/** A site whose Jira fails for some work items, with the queue and the sweeps of Forge. */
class Site {
  readonly world = new World();
  broken: ReadonlySet<string> = new Set();
  failure: Error = new JiraRefused(400, ['No.']);
  tries = 0;
  private planned: readonly DueEvent[] = [];
  private events = 0;

  readonly ports: SlaPorts = {
    ...this.world.ports,
    readHistory: async (issueId, ...rest) => {
      if (!this.broken.has(issueId)) return this.world.ports.readHistory(issueId, ...rest);
      this.tries += 1;
      throw this.failure;
    },
  };

  async create(id: string, at: number): Promise<void> {
    this.world.definitions = only;
    this.world.time = at;
    await onIssueEvent(this.world.ports, this.world.jira.create(id));
  }

  due(issueId: string, retry = 0): Promise<DueOutcome> {
    this.events += 1;
    const { actors, records } = this.world;
    const event = { issueId, at: this.world.time };
    return actOnDue({ ports: this.ports, actors, records }, event, { eventId: `e${this.events}`, retry });
  }

  async sweep(due: 'y' | 'f' = 'y', quota = 3): Promise<void> {
    const planned = {
      read: async () => this.planned,
      write: async (events: readonly DueEvent[]) => void (this.planned = events),
    };
    const timers = timersOf(this.ports, this.world.records, planned);
    await sweepKind({ ...timers, quota }, this.world.time, due);
  }

  /** Goes on until an instant: a sweep every five minutes, and each event at its time. */
  async until(end: number): Promise<void> {
    for (; this.world.time < end; this.world.time += MINUTE) {
      const minutes = Math.round((this.world.time - T0) / MINUTE);
      if (minutes % 5 === 0) await this.sweep();
      if (minutes % 15 === 0) await this.sweep('f');
      const events = this.world.woken.splice(0);
      this.world.woken.push(...events.filter(({ at }) => at > this.world.time));
      for (const { issueId } of events.filter(({ at }) => at <= this.world.time)) await this.due(issueId);
    }
  }
}

test('more that fail for good than a sweep looks at do not keep a later one from its second', async () => {
  const site = new Site();
  const failing = ['1', '2', '3', '4', '5', '6', '7'];
  site.broken = new Set(failing);
  for (const id of failing) await site.create(id, T0);
  for (const hour of [1, 2, 20]) {
    await site.create(`later ${hour}`, T0 + hour * HOUR);
    await site.until(T0 + (hour + 3) * HOUR + MINUTE);
    expect(site.world.jira.issue(`later ${hour}`).comments.map(({ created }) => created)).toEqual([
      T0 + (hour + 3) * HOUR,
    ]);
  }
  // Tried a few times each, not at every sweep of a day.
  expect(site.tries).toBeLessThan(failing.length * 9);
});

describe('a clock that fails', () => {
  const failing = async (): Promise<Site> => {
    const site = new Site();
    await site.create('1', T0);
    site.broken = new Set(['1']);
    site.world.time = WARNING;
    return site;
  };

  test('is tried again by the same event, later each time, then by a sweep', async () => {
    const site = await failing();
    for (const [retry, afterMs] of [30_000, 5 * MINUTE, 15 * MINUTE].entries()) {
      expect(await site.due('1', retry)).toEqual({ kind: 'later', afterMs });
      site.world.time += afterMs;
    }
    expect(await site.due('1', 3)).toEqual({ kind: 'nothing' });
    await site.sweep('f');
    expect(site.world.woken).toEqual([]);
    site.world.time += HOUR;
    await site.sweep('f');
    expect(site.world.woken).toEqual([{ issueId: '1', at: site.world.time }]);
  });

  test('is no longer put off once it succeeds, and acts once', async () => {
    const site = await failing();
    await site.due('1');
    expect(site.world.record('1')).toMatchObject({ nextAt: WARNING, putOff: [1, WARNING + 30_000] });
    site.broken = new Set();
    site.world.time += MINUTE;
    expect(await site.due('1')).toEqual({ kind: 'done', fired: 1 });
    expect(site.world.keys('1')).toHaveLength(1);
    expect(site.world.record('1')).toMatchObject({ nextAt: T0 + 4 * HOUR });
    expect(site.world.record('1')).not.toHaveProperty('putOff');
  });

  test('is put off further when what is refused is the act itself', async () => {
    const site = await failing();
    site.broken = new Set();
    site.world.fault = (step) => {
      if (step === 'act') throw new TypeError('undefined is not a function');
    };
    for (const failures of [1, 2, 3]) {
      await site.due('1', failures);
      expect(site.world.record('1')?.putOff?.[0]).toBe(failures);
      site.world.time += 20 * MINUTE;
    }
  });

  test('waits a quarter of an hour at most for what may pass', async () => {
    const site = await failing();
    site.failure = new JiraUnavailable('It answered 503.');
    for (let turn = 0; turn < 6; turn += 1) {
      await site.due('1');
      site.world.time += HOUR;
    }
    expect(site.world.record('1')?.putOff).toEqual([6, site.world.time - 45 * MINUTE]);
  });

  test('is not put off because storage is busy', async () => {
    const site = await failing();
    site.failure = storageBusy();
    await expect(site.due('1')).rejects.toMatchObject({ code: 'STORAGE_BUSY' });
    expect(site.world.record('1')).not.toHaveProperty('putOff');
  });

  test('stays put off through an event that changes nothing of what is due', async () => {
    const site = await failing();
    await site.due('1');
    const before = site.world.record('1')?.putOff;
    await onIssueEvent(site.world.ports, site.world.jira.change('1', { assignee: 'ben' }));
    expect(site.world.record('1')?.putOff).toEqual(before);
  });
});
