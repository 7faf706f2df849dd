import { expect, it, jest } from '@jest/globals';
import { metricOf } from '../../engine/testing/build';
import { type Existing, jiraWarnings } from './jira-warnings';

const metric = metricOf({
  escalations: [
    {
      id: 'l',
      name: 'l',
      at: { kind: 'percent', percent: 50 },
      actions: [
        { kind: 'transition', toStatusId: '404' },
        {
          kind: 'notify',
          to: [
            { kind: 'user', accountId: 'gone' },
            { kind: 'group', groupId: 'g', name: 'Desk' },
          ],
        },
        { kind: 'assign', to: { kind: 'user', accountId: 'ann' } },
      ],
    },
  ],
});
const only =
  (...known: readonly string[]) =>
  async () =>
    new Set(known);

it('warns of statuses, people and groups in escalations that Jira does not have', async () => {
  const existing: Existing = { status: only('1'), person: only('ann'), group: only() };
  expect(await jiraWarnings(metric, existing)).toMatchObject([
    {
      code: 'LEVEL_STATUS_GONE',
      severity: 'warning',
      at: 'escalations.0.actions.0',
      params: { name: '404' },
    },
    { code: 'LEVEL_ACCOUNT_GONE', at: 'escalations.0.actions.1', params: { name: 'gone' } },
    { code: 'LEVEL_GROUP_GONE', at: 'escalations.0.actions.1', params: { name: 'g' } },
  ]);
});

it('stands in nobody’s way while Jira does not answer', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const down = () => Promise.reject(new Error('503'));
  const existing: Existing = { status: down, person: down, group: down };
  expect(await jiraWarnings(metric, existing)).toEqual([]);
});
