import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { installFakeForge, type ProductCall } from '../../test/support/fake-forge';
import { explainIssue } from './explain';
import { HOUR, MINUTE, PROJECT, STATUS, underOneAgreement } from './testing/definitions';

const NOW = Date.UTC(2026, 5, 1, 12);
const CREATED = NOW - 5 * HOUR;
const TEAM = 'customfield_10001';
const TEAM_TYPE = 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team';
const asked: string[] = [];

const change = {
  id: '7',
  author: { accountId: 'ann' },
  created: new Date(CREATED + 4 * HOUR).toISOString(),
  items: [{ field: 'Team', fieldId: TEAM, from: 't1', fromString: 'it', to: 't2', toString: 'Network' }],
};
const product = ({ path, as }: ProductCall) => {
  asked.push(path);
  if (as !== 'app') return { status: 500 };
  if (path.endsWith('/rest/api/3/field'))
    return { status: 200, body: [{ id: TEAM, schema: { custom: TEAM_TYPE } }] };
  if (path.includes('/changelog')) return { status: 200, body: { values: [change], total: 1 } };
  if (path.includes('/comment')) return { status: 200, body: { comments: [], total: 0 } };
  if (path.endsWith('/rest/api/3/status')) return { status: 200, body: [] };
  const fields = {
    created: new Date(CREATED).toISOString(),
    project: { id: PROJECT },
    status: { id: STATUS.open, statusCategory: { key: 'new' } },
    ...(path.includes(TEAM) ? { [TEAM]: { id: 't2', name: 'Network' } } : {}),
  };
  return { status: 200, body: { id: '1', key: 'T-1', fields } };
};

beforeEach(() => {
  asked.length = 0;
  installFakeForge('kim').product = product;
  jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('the replay on the server', () => {
  it('says which group answers for each breach, by the Team field of the site', async () => {
    const { breaches } = await explainIssue('1', underOneAgreement);
    expect(breaches.map(({ metricId, by, responsible }) => [metricId, by, responsible])).toEqual([
      ['response', 'group', 't1'],
      ['delivery', 'group', 't1'],
    ]);
    // The OLA of `it`, named as the team is, allows an hour of it.
    expect(breaches[1]).toMatchObject({ allowedMs: HOUR, breachTime: CREATED + 4 * HOUR });
    expect(breaches[1]?.shares.map(({ key, runningMs }) => [key, runningMs / MINUTE])).toEqual([
      ['t1', 240],
      ['t2', 60],
    ]);
  });

  it('asks for no field where the settings say that none holds the team', async () => {
    const { breaches } = await explainIssue('1', { ...underOneAgreement, display: { groupField: null } });
    expect(breaches[0]).toMatchObject({ by: 'assignee', responsible: null });
    expect(asked.some((path) => path.includes(TEAM) || path.endsWith('/field'))).toBe(false);
  });
});
