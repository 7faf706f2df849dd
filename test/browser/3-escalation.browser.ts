import { account } from '../../local/demo/company/accounts';
import { askForVpn, moveTo } from './support/requests';
import { HOUR, MINUTE, type SiteApi } from './support/site-api';
import { expect, test } from './support/test';

interface Comments {
  readonly comments: readonly {
    readonly created: string;
    readonly properties?: readonly { readonly key: string; readonly value: unknown }[];
  }[];
}

/** Times of the app's escalation comments on an issue, by the key each stands for. */
async function escalations(site: SiteApi, issueKey: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const { comments } = await site.rest<Comments>(
    'admin',
    'GET',
    `/rest/api/3/issue/${issueKey}/comment?expand=properties&maxResults=100`,
  );
  const times = new Map<string, number[]>();
  for (const comment of comments) {
    const property = (name: string) => comment.properties?.find(({ key }) => key === name);
    const marker = property('pledge-step');
    if (marker === undefined || !JSON.stringify(property('pledge-message')).includes('escalation')) continue;
    const key = JSON.stringify(marker.value);
    times.set(key, [...(times.get(key) ?? []), Date.parse(comment.created)]);
  }
  return times;
}

test.describe('approaching and passed due times', () => {
  test('act once each, at the due second, whatever the scheduler does twice', async ({ site }) => {
    const { issueKey } = await askForVpn(site, 'alice');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    await site.rest('ingrid', 'PUT', `/rest/api/3/issue/${issueKey}/assignee`, {
      accountId: account('ingrid'),
    });
    const { value } = await site.rest<{ value: { metrics: Record<string, { id: string; due?: string }> } }>(
      'ingrid',
      'GET',
      `/rest/api/3/issue/${issueKey}/properties/pledge-sla`,
    );
    const due = Date.parse(Object.values(value.metrics).find(({ id }) => id === 'first-response')?.due ?? '');
    await site.faults({ events: { duplicate: 1 } });
    const now = await site.now();
    await site.advance(due - now - 5 * MINUTE);
    await site.local('POST', '/__local/run-schedule', { moduleKey: 'sweep' });
    await site.local('POST', '/__local/run-schedule', { moduleKey: 'sweep' });
    await site.advance(HOUR / 4);
    await site.faults({});

    const acted = await escalations(site, issueKey);
    const ofFirstResponse = [...acted].filter(([key]) => key.includes('first-response'));
    expect(ofFirstResponse).toHaveLength(2);
    for (const [, times] of ofFirstResponse) expect(times).toHaveLength(1);
    const atDue = ofFirstResponse.map(([, times]) => times[0] ?? 0).sort((a, b) => b - a)[0] ?? 0;
    expect(Math.abs(atDue - due)).toBeLessThan(2_000);
  });

  test('a crash after any write neither loses nor doubles the comment', async ({ site }) => {
    // All that falls due at the demo company within days happens in it.
    test.slow();
    const { issueKey } = await askForVpn(site, 'alice');
    await moveTo(site, 'ingrid', issueKey, 'In progress');
    const { value } = await site.rest<{ value: { metrics: Record<string, { id: string; due?: string }> } }>(
      'ingrid',
      'GET',
      `/rest/api/3/issue/${issueKey}/properties/pledge-sla`,
    );
    const due = Date.parse(Object.values(value.metrics).find(({ id }) => id === 'delivery')?.due ?? '');
    await site.faults({ crash: { afterWrites: 2, functionKey: 'onDue' } });
    await site.advance(due - (await site.now()) + HOUR);
    await site.faults({});
    await site.advance(HOUR);
    const acted = await escalations(site, issueKey);
    const ofDelivery = [...acted].filter(([key]) => key.includes('delivery'));
    expect(ofDelivery).toHaveLength(2);
    for (const [, times] of ofDelivery) expect(times).toHaveLength(1);
  });
});
