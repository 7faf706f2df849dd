/** A site where things go wrong: events get lost, doubled and late, calls fail, handlers die between two steps. */
import { JiraUnavailable } from '../../src/kernel/errors';
import type { HistoryPage } from '../../src/platform/jira/issues/history-search';
import { CATEGORIES } from '../../src/sla/testing/definitions';
import { FIELD_IDS } from '../../src/sla/testing/fake-jira';
import { World } from '../../src/sla/testing/world';
import type { IssueEvent } from '../../src/work/issue-event';
import { reconcile } from '../../src/sla/clocks/sync/reconcile';
import type { BulkPorts } from '../../src/sla/clocks/sync/ports';
import type { SlaHealthDocument } from '../../src/sla/clocks/notes/notes';
import type { SlaRecord } from '../../src/sla/clocks/record/record';
import { actOnDue } from '../../src/sla/clocks/due/act-on-due';
import { onIssueEvent } from '../../src/sla/clocks/follow/on-issue-event';
import type { DueEvent, SlaPorts } from '../../src/sla/clocks/follow/ports';
import { timersOf } from '../../src/sla/clocks/due/sweep';
import { sweepKind } from '../../src/work/timers';

export type Random = () => number;

/** A small seeded generator (mulberry32): a failing run can be repeated by its seed. */
export const seeded = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

interface Task {
  readonly at: number;
  readonly run: () => Promise<void>;
}

const RETRIES = 4;
const RETRY_MS = 30_000;
/** Tasks so close together run at the same time. */
const TOGETHER_MS = 5_000;

export class ChaosSite {
  readonly world = new World();
  /** Shares of what goes wrong, all zero in fair weather. */
  weather = { lost: 0.1, doubled: 0.2, late: 0.2, failing: 0.05 };
  private readonly tasks: Task[] = [];
  private events = 0;
  private planned: readonly DueEvent[] = [];
  private health: SlaHealthDocument = {
    schema: 1,
    checked: 0,
    repaired: 0,
    sampled: 0,
    drifted: 0,
    complaints: [],
  };
  private readonly ports: SlaPorts;

  constructor(private readonly random: Random) {
    this.world.fault = () => {
      if (this.random() < this.weather.failing) throw new JiraUnavailable('chaos');
    };
    const schedule: SlaPorts['schedule'] = async (events) => {
      for (const event of await this.world.ports.schedule(events)) this.queueDue(event);
      return events;
    };
    this.ports = this.interleaved({ ...this.world.ports, schedule });
  }

  at(time: number, run: () => Promise<void> | void): void {
    this.tasks.push({ at: time, run: async () => run() });
  }

  /** Delivers an event as badly as the weather is. */
  deliver(event: IssueEvent): void {
    const { lost, doubled, late } = this.weather;
    if (this.random() < lost) return;
    const times = this.random() < doubled ? 2 : 1;
    for (let copy = 0; copy < times; copy += 1) {
      const delay = this.random() < late ? this.random() * 180_000 : this.random() * 3_000;
      this.retried(this.world.time + delay, async () => {
        await onIssueEvent(this.ports, event);
      });
    }
  }

  schedule(from: number, until: number): void {
    for (let time = from; time < until; time += 300_000) this.at(time, () => this.tick());
    for (let time = from + 90_000; time < until; time += 3_600_000) this.at(time, () => this.hour());
  }

  /** Runs everything in order of time, what is close together at once. */
  async run(): Promise<void> {
    for (let first = this.takeFirst(); first !== undefined; first = this.takeFirst()) {
      this.world.time = Math.max(this.world.time, first.at);
      const beside = this.tasks.filter(({ at }) => at <= this.world.time + TOGETHER_MS);
      const together = beside.slice(0, Math.floor(this.random() * 4));
      for (const task of together) this.tasks.splice(this.tasks.indexOf(task), 1);
      this.world.time = Math.max(this.world.time, ...together.map(({ at }) => at));
      await Promise.all([first, ...together].map(({ run }) => run()));
    }
  }

  private takeFirst(): Task | undefined {
    let first = 0;
    this.tasks.forEach(({ at }, index) => {
      if (at < (this.tasks[first]?.at ?? Infinity)) first = index;
    });
    return this.tasks.splice(first, 1)[0];
  }

  private retried(at: number, run: (retry: number) => Promise<void>, retry = 0): void {
    this.at(at, async () => {
      try {
        await run(retry);
      } catch {
        if (retry < RETRIES) this.retried(this.world.time + RETRY_MS, run, retry + 1);
      }
    });
  }

  private queueDue(event: DueEvent): void {
    this.events += 1;
    const eventId = `e${this.events}`;
    const times = this.random() < this.weather.doubled ? 2 : 1;
    for (let copy = 0; copy < times; copy += 1) {
      this.retried(Math.max(event.at, this.world.time), async (retry) => {
        const actors = this.interleaved(this.world.actors);
        const site = { ports: this.ports, actors, records: this.world.records };
        const outcome = await actOnDue(site, event, { eventId, retry });
        if (outcome.kind === 'later') throw new Error('later');
      });
    }
  }

  private async tick(): Promise<void> {
    const planned = {
      read: async () => this.planned,
      write: async (events: readonly DueEvent[]) => void (this.planned = events),
    };
    const timers = timersOf(this.ports, this.world.records, planned);
    for (const due of ['y', 'f'] as const)
      await sweepKind(timers, this.world.time, due).catch(() => undefined);
  }

  private async hour(): Promise<void> {
    const done = await reconcile(this.bulk(), this.health).catch(() => this.health);
    this.health = done;
  }

  private bulk(): BulkPorts {
    const { world } = this;
    const records = (): readonly SlaRecord[] =>
      [...world.stored.keys()].flatMap((id) => world.record(id) ?? []).filter(({ open }) => open === 'y');
    return {
      ...this.ports,
      definitions: async () => world.definitions,
      version: async () => null,
      count: async () => world.jira.issues.size,
      categories: async () => CATEGORIES,
      fieldIds: async () => FIELD_IDS,
      people: async () => ({ readAt: world.time, standings: world.jira.standings() }),
      records: {
        getMany: async (ids) =>
          new Map(
            ids.flatMap((id) => [[id, world.record(id)] as const]).flatMap(([id, r]) => (r ? [[id, r]] : [])),
          ),
        query: async ({ range, limit = 100 }) => ({
          docs: records()
            .filter(({ state }) => range?.op !== 'gt' || state.issueId > range.value)
            .sort((a, b) => (a.state.issueId < b.state.issueId ? -1 : 1))
            .slice(0, limit),
        }),
      },
      search: async ({ jql }) => this.search(jql),
    };
  }

  private search(jql: string): HistoryPage {
    this.world.fault('search');
    const ids = /^id in \(([\d,]+)\)$/.exec(jql)?.[1]?.split(',');
    const minutes = Number(/updated >= "-(\d+)m"/.exec(jql)?.[1] ?? 0);
    const since = this.world.time - minutes * 60_000;
    const issues = [...this.world.jira.issues.values()].filter(({ id, updatedAt }) =>
      ids === undefined ? updatedAt >= since : ids.includes(id),
    );
    return {
      histories: issues.flatMap(({ id, properties }) => {
        const full = this.world.jira.history(id);
        if (full === null) return [];
        const fields = { ...full.issue.fields, ...this.world.jira.customFields(id) };
        return [{ ...full, issue: { ...full.issue, fields }, properties }];
      }),
    };
  }

  /** Every call gives way to others a few times, so that handlers running together mix in every order. */
  private interleaved<T extends object>(ports: T): T {
    return new Proxy(ports, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function' || name === 'now') return member;
        return async (...given: readonly unknown[]) => {
          for (let turns = Math.floor(this.random() * 5); turns > 0; turns -= 1) await Promise.resolve();
          return (member as (...all: readonly unknown[]) => unknown)(...given);
        };
      },
    });
  }
}
