import type { LocalSite } from '../../../local/server';

/** What Jira answers to an account over REST; the address is what follows `/rest/api/3/`. @throws what Jira refuses it with. */
export async function askJira(
  site: LocalSite,
  accountId: string,
  method: string,
  address: string,
  body?: object,
): Promise<unknown> {
  const answer = await site.jira.handle({
    method,
    path: `/rest/api/3/${address}`,
    headers: { 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
    body: body === undefined ? undefined : JSON.stringify(body),
    actor: { kind: 'user', accountId },
  });
  if (answer.status >= 300) throw new Error(`${method} ${address}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
