import * as v from 'valibot';
import { account } from '../company/accounts';
import { readData } from '../data';
import { localDate, BERLIN } from '../history/worktime';
import { ask } from './app';
import type { DemoSite } from './site';

/** A token as a page makes them, the same each time. */
const token = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const activitySchema = v.strictObject({
  wishes: v.array(
    v.strictObject({ by: v.string(), itemId: v.string(), answers: v.record(v.string(), v.string()) }),
  ),
  helped: v.array(v.strictObject({ article: v.string(), label: v.string() })),
  votes: v.array(v.strictObject({ by: v.string(), article: v.string(), helpful: v.boolean() })),
});

async function issueIds(site: DemoSite, jql: string): Promise<readonly string[]> {
  const answer = await site.jira.handle({
    method: 'GET',
    path: `/rest/api/3/search/jql?maxResults=2&fields=summary&jql=${encodeURIComponent(jql)}`,
    headers: {},
    actor: { kind: 'user', accountId: account('admin') },
  });
  const { issues } = answer.body as { readonly issues: readonly { readonly id: string }[] };
  return issues.map(({ id }) => id);
}

/** A little life in the app itself: requests under way, articles that solved something, votes. */
export async function applyActivity(site: DemoSite, pageIds: ReadonlyMap<string, string>): Promise<void> {
  const { wishes, helped, votes } = readData('activity.yml', activitySchema, {
    day: () => localDate(site.now, 16, BERLIN),
  });
  for (const [index, { by, ...wish }] of wishes.entries())
    await ask(site, by, 'requests.submit', { clientToken: token(index + 1), itemVersion: 1, ...wish });
  for (const { article, label } of helped) {
    const solved = `project = IT AND labels = ${label} AND resolution is not EMPTY order by created desc`;
    for (const issueId of await issueIds(site, solved)) {
      await ask(site, account('ingrid'), 'knowledge.link', {
        issueId,
        pageId: pageIds.get(article),
        kind: 'resolved',
      });
    }
  }
  for (const vote of votes) {
    await ask(site, vote.by, 'knowledge.vote', {
      pageId: pageIds.get(vote.article),
      helpful: vote.helpful,
      ...(vote.helpful ? {} : { reason: 'outdated' }),
    });
  }
}
