import { beforeEach, expect, it } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { issuesSeen } from '../platform/jira/issues/issue-access';
import type { Health } from './domain/answers';
import { withIssuesSeen } from './health-seen';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('ann');
  forge.product = ({ path, body }) => {
    if (path !== '/rest/api/3/issue/bulkfetch') return { status: 404 };
    const { issueIdsOrKeys } = body as { issueIdsOrKeys: readonly string[] };
    const seen = issueIdsOrKeys.filter((named) => named === 'IT-1');
    return { status: 200, body: { issues: seen.map((key) => ({ id: '1', key, fields: {} })) } };
  };
});

it('asks Jira as the caller, a hundred at a time', async () => {
  const seen = await issuesSeen([
    ...Array.from({ length: 150 }, (_, n) => `HR-${String(n)}`),
    'IT-1',
    'IT-1',
  ]);
  expect([...seen]).toEqual(['1', 'IT-1']);
  expect(forge.products.map(({ as }) => as)).toEqual(['user', 'user']);
});

it('names only work items the caller may browse, and says all the same that something is wrong', async () => {
  const row = { code: 'sla.stuck', severity: 'error', params: {}, at: '' } as const;
  const all: Health = {
    rows: [
      { ...row, whose: 'issue:IT-1' },
      { ...row, whose: 'issue:HR-1' },
      { ...row, whose: 'metric:m', issues: ['IT-1', 'HR-1'] },
    ],
  };
  const { rows } = await withIssuesSeen(all);
  expect(rows.map(({ whose, issues }) => [whose, issues])).toEqual([
    ['issue:IT-1', undefined],
    ['issue:', undefined],
    ['metric:m', ['IT-1']],
  ]);
});

it('names whose request it is about only to who may browse its work item', async () => {
  const row = { code: 'request.stepFailed', severity: 'error', whose: 'item:laptop', at: '' } as const;
  const params = { requester: 'Alice', owner: 'Olga' };
  const all: Health = {
    rows: [
      { ...row, params, issues: ['IT-1'] },
      { ...row, params, issues: ['HR-1'] },
      { ...row, params },
    ],
  };
  const { rows } = await withIssuesSeen(all);
  expect(rows.map((each) => each.params?.['requester'])).toEqual(['Alice', 'none', 'none']);
  expect(rows.map((each) => each.params?.['owner'])).toEqual(['Olga', 'Olga', 'Olga']);
});
