import { describe, expect, it } from '@jest/globals';
import { leastProcessorMs } from '../../../../test/setup/processor-time.ts';
import { BOB, NOON, openDesk } from '../testing/desk.ts';

const MINUTE = 60_000;
const STATUSES = ['In Progress', 'Waiting for requester'];

describe('a site of 500 issues with ten history entries each', () => {
  it('searches in under 50 ms', async () => {
    const { jira, call, db } = openDesk();
    db.exec('begin');
    for (let n = 0; n < 500; n += 1) {
      const createdAt = NOON - (500 - n) * 60 * MINUTE;
      jira.importIssue({
        project: 'IT',
        issueType: 'Service Request',
        reporter: n % 2 === 0 ? 'ann' : 'bob',
        createdAt,
        fields: {
          summary: `Request ${n} for a laptop`,
          customfield_10001: { value: 'Light' },
          labels: [`l${n % 7}`],
        },
        history: Array.from({ length: 10 }, (_, step) => ({
          at: createdAt + step * MINUTE,
          author: 'bob',
          set: { status: STATUSES[step % 2] },
        })),
        properties: { sla: { state: n % 3 === 0 ? 'breached' : 'running' } },
      });
    }
    db.exec('commit');
    jira.registerEntityProperties([
      { propertyKey: 'sla', values: [{ path: 'state', type: 'string', searchAlias: 'slaState' }] },
    ]);
    const jql =
      'project = IT AND status = "Waiting for requester" AND slaState = breached AND labels = l3 AND text ~ laptop ORDER BY updated DESC';
    const search = () =>
      call(BOB, 'POST', 'search/jql', { jql, maxResults: 50, fields: ['summary', 'status', 'assignee'] });
    const found = (await search()).body as { issues: object[] };
    expect(found.issues).toHaveLength(24);
    expect(await leastProcessorMs(7, search)).toBeLessThan(50);
  }, 60_000);
});
