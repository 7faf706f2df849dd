import { describe, expect, it } from '@jest/globals';
import { JiraRefused } from '../../kernel/errors';
import type { Fact } from '../engine/model';
import { sampleHistories, type SamplePorts } from './simulate';
import type { SlaRecord } from '../clocks/record/record';
import { CATEGORIES, definitions, delivery, STATUS } from '../testing/definitions';
import { FakeJira } from '../testing/fake-jira';

const NOW = Date.UTC(2026, 5, 1, 12);
const pausedByHand: Fact = { kind: 'pause', at: NOW, id: '9', by: 'sergey', reason: 'Parts on order' };

/** Records that know facts of the first work item only. */
const knowing = (facts: readonly Fact[]): SamplePorts['records'] => ({
  getMany: async () => new Map([['1', { facts } as SlaRecord]]),
});

function world(found: Partial<SamplePorts> = {}) {
  const jira = new FakeJira(() => NOW);
  for (const id of ['1', '2']) jira.create(id);
  jira.change('2', { status: STATUS.done });
  const asked: string[] = [];
  const ports: SamplePorts = {
    now: () => NOW,
    find: async (jql, limit) => {
      asked.push(`${jql} (${limit})`);
      return {
        issues: ['2', '1'].map((id) => ({ id, key: `T-${id}`, summary: `Help ${id}` })),
        more: true,
      };
    },
    search: async () => ({
      histories: ['1', '2'].flatMap((id) => {
        const full = jira.history(id);
        return full === null ? [] : [{ ...full, properties: {} }];
      }),
    }),
    categories: async () => CATEGORIES,
    people: async () => ({ readAt: NOW, standings: jira.standings() }),
    records: knowing([pausedByHand]),
    ...found,
  };
  return { ports, asked, jira };
}
const sample = (ports: SamplePorts, query = 'project = T', metric: unknown = delivery) =>
  sampleHistories(ports, query, metric, definitions);
const fieldOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error as { fields?: readonly object[] }).fields?.[0],
  );

describe('a sample of real work items', () => {
  it('holds their histories in the order of the query, with what only the app knows', async () => {
    const { ports, asked } = world();
    const { issues, more, fields, asOf } = await sample(ports);
    expect(asked).toEqual(['project = T (50)']);
    expect(issues.map(({ history, summary }) => [history.issueKey, summary])).toEqual([
      ['T-2', 'Help 2'],
      ['T-1', 'Help 1'],
    ]);
    expect(issues[0]?.history.facts.map(({ kind }) => kind)).toEqual(['change']);
    expect(issues[1]?.history.facts).toEqual([pausedByHand]);
    expect({ more, asOf }).toEqual({ more: true, asOf: NOW });
    expect(fields).toContain('statusCategory');
  });

  it('is read with the fields that the metric in the editor looks at', async () => {
    const scope = { field: 'customfield_7', op: 'set' };
    const { fields } = await sample(world().ports, 'project = T', { ...delivery, scope });
    expect(fields).toContain('customfield_7');
  });

  it('knows the groups of those who commented, as the replay of the app does', async () => {
    const { ports, jira } = world();
    jira.comment('1', 'agent');
    const support = ['support'];
    jira.groups = { agent: support };
    const stop = [{ on: 'commented', by: ['agent'], audience: 'any', groups: support }];
    const { issues } = await sample(ports, 'project = T', { ...delivery, stop });
    expect(issues[1]?.history.facts).toContainEqual(
      expect.objectContaining({ kind: 'comment', groups: support }),
    );
  });

  it('takes a key for a query', async () => {
    const { ports, asked } = world();
    await sample(ports, 'it-7');
    expect(asked).toEqual(['key = "IT-7" (50)']);
  });

  it('is refused on the query, in Jira’s words', async () => {
    const refusing = world({
      find: () => Promise.reject(new JiraRefused(400, ["Field 'colour' does not exist."])),
    });
    expect(await fieldOf(sample(refusing.ports))).toMatchObject({
      at: 'query',
      params: { why: "Field 'colour' does not exist." },
    });
    const empty = world({ find: async () => ({ issues: [], more: false }) });
    expect(await fieldOf(sample(empty.ports))).toMatchObject({ at: 'query', code: 'NO_SUCH_ISSUE' });
  });

  it('is refused for a metric that could not be saved, before Jira is asked', async () => {
    const { ports, asked } = world();
    const goals = [{ ...delivery.goals[0], target: { kind: 'duration', ms: 0 } }];
    await expect(sample(ports, 'project = T', { ...delivery, goals })).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
    });
    await expect(sample(ports, 'project = T', { id: 'x' })).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
    });
    expect(asked).toEqual([]);
  });

  it('leaves out what its answer has no room for', async () => {
    const many = world({
      records: knowing(Array<Fact>(40_000).fill(pausedByHand)),
    });
    const { issues, more } = await sample({
      ...many.ports,
      find: async () => ({ ...(await many.ports.find('', 1)), more: false }),
    });
    expect(issues.map(({ history }) => history.issueKey)).toEqual(['T-2']);
    expect(more).toBe(true);
  });
});
