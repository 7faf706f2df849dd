/** Forge repeats no event that threw, and gives up one that asked four times: what is busy is asked for again, soon. */
import { beforeEach, expect, it, jest } from '@jest/globals';
import { type FakeForge, installFakeForge } from '../../test/support/fake-forge';
import { onDue } from './consumers/on-due';
import { onJob } from './consumers/on-job';
import { onStep } from './consumers/on-step';
import { onIssueEvent } from './events/on-issue-event';
import { onLifecycle } from './events/on-lifecycle';

let forge: FakeForge;
beforeEach(() => {
  forge = installFakeForge('nobody');
  for (const level of ['warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
});

const busy = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'busy' } };
const issueEvent = {
  eventType: 'avi:jira:updated:issue',
  issue: { id: '1', key: 'T-1', fields: {} },
  changelog: { id: '7', items: [{ field: 'status', fieldId: 'status', from: '1', to: '2' }] },
};

it.each([
  ['an issue event', () => onIssueEvent(issueEvent)],
  ['a due event', () => onDue({ body: { issueId: '1', at: 0 } })],
  ['a step', () => onStep({ body: { id: 'request:1' } })],
  ['a job', () => onJob({ body: { kind: 'backfill', id: '1' } })],
  ['an installation', () => onLifecycle()],
])('asks for %s again while the storage is busy', async (_what, run) => {
  forge.kvs.before = () => busy;
  expect(await run()).toMatchObject({ _retry: true, retryOptions: { retryAfter: 10 } });
  forge.kvs.before = () => undefined;
  expect(forge.kvs.rows.size).toBe(0);
});
