import { account } from '../company/accounts';
import { localDate, BERLIN } from '../history/worktime';
import { ask } from './app';
import type { DemoSite } from './site';

/** A token as a page makes them, the same each time. */
const token = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const WISHES: readonly {
  readonly by: string;
  readonly itemId: string;
  readonly answers: (date: string) => object;
}[] = [
  {
    by: account('alice'),
    itemId: 'laptop',
    answers: (date) => ({
      recipient: account('alice'),
      model: 'power',
      keyboard: 'de',
      neededBy: date,
      location: 'berlin',
      reason: 'My laptop is five years old and too slow for prototypes.',
    }),
  },
  {
    by: account('boris'),
    itemId: 'business-trip',
    answers: (date) => ({
      where: 'Санкт-Петербург',
      startDate: date,
      lastDay: date,
      means: 'train',
      location: 'moscow',
      reason: 'Встреча с ключевым клиентом и подписание договора.',
    }),
  },
  {
    by: account('alice'),
    itemId: 'vpn',
    answers: () => ({ recipient: account('alice'), until: 'always', location: 'berlin' }),
  },
];

const HELPED: readonly { readonly article: string; readonly jql: string }[] = [
  { article: '65608', jql: 'labels = vpn AND resolution is not EMPTY' },
  { article: '65610', jql: 'labels = problem AND resolution is not EMPTY' },
  { article: '65612', jql: 'labels = password AND resolution is not EMPTY' },
  { article: '65601', jql: 'labels = laptop AND resolution is not EMPTY' },
];

const VOTES: readonly { readonly by: string; readonly article: string; readonly helpful: boolean }[] = [
  { by: account('alice'), article: '65608', helpful: true },
  { by: account('boris'), article: '65642', helpful: true },
  { by: account('maria'), article: '65601', helpful: true },
  { by: account('alice'), article: '65601', helpful: true },
  { by: account('felix'), article: '65610', helpful: false },
  { by: account('hugo'), article: '65612', helpful: true },
];

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
  const date = localDate(site.now, 16, BERLIN);
  for (const [index, wish] of WISHES.entries()) {
    await ask(site, wish.by, 'requests.submit', {
      clientToken: token(index + 1),
      itemId: wish.itemId,
      itemVersion: 1,
      answers: wish.answers(date),
    });
  }
  for (const { article, jql } of HELPED) {
    for (const issueId of await issueIds(site, `project = IT AND ${jql} order by created desc`)) {
      await ask(site, account('ingrid'), 'knowledge.link', {
        issueId,
        pageId: pageIds.get(article),
        kind: 'resolved',
      });
    }
  }
  for (const vote of VOTES) {
    await ask(site, vote.by, 'knowledge.vote', {
      pageId: pageIds.get(vote.article),
      helpful: vote.helpful,
      ...(vote.helpful ? {} : { reason: 'outdated' }),
    });
  }
}
