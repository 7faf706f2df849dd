import { sharedQuestion } from '../../catalog/domain/form/joining';
import type { Answers, PublishedItem } from '../../catalog/domain/model';
import { FEWEST_TOLD } from '../../kernel/few';
import { similarTo } from '../../kernel/search/similar';
import type { JoinPorts, Shared } from './joins';
import { isUnderWay, joins, sharedAnswer, sharedWith } from './joins';
import type { SharedRow } from '../domain/answers';
import { isPartyOf } from '../domain/parties';
import { ownFollows } from './own-follows';
import type { Person } from '../ports';
import { readableRequests } from '../records/read-requests';
import { heads } from '../records/store';
import { rowOf, toldPromises } from '../records/view';

/** Of an item so many of the newest requests are looked at, and of the open ones among them so many are read. */
const MOST_LOOKED_AT = 60;
const MOST_READ = 20;
const MOST_SHOWN = 3;
const DAY_MS = 86_400_000;
/** What is older is no longer what happens now. */
const MOST_AGE_MS = 90 * DAY_MS;

export type SimilarPorts = JoinPorts;

/**
 * Open requests of colleagues for an item, which is for this person, that say nearly what they answer to the question that is shared, the
 * likest first: none where the item lets nobody join. Compared is only what would be shown, so that no word of anything else can be found
 * by trying.
 */
export async function colleaguesLike(
  { id: itemId, content }: PublishedItem,
  answers: Answers,
  person: Person,
  ports: SimilarPorts,
): Promise<readonly SharedRow[]> {
  const text = answers[sharedQuestion(content) ?? ''];
  if (typeof text !== 'string') return [];
  const since = new Date(person.now - MOST_AGE_MS).toISOString();
  const newest = await heads.queryAll(
    { index: 'by-item', partition: [itemId], newestFirst: true, range: { op: 'gte', value: since } },
    MOST_LOOKED_AT,
  );
  const open = newest.filter(
    (head) => head.state === 'open' && head.resolvedAt === undefined && !isPartyOf(head, person.accountId),
  );
  const read = await readableRequests(open.slice(0, MOST_READ).map(({ id }) => id));
  const said = read.map(async (request) => {
    const item = await ports.itemInVersion(request.itemId, request.itemVersion);
    return { request, text: (item && sharedAnswer(item, request)) ?? '' };
  });
  const similar = similarTo(text, await Promise.all(said), (each) => [each.text]).slice(0, 2 * MOST_SHOWN);
  const shared = await sharedWith(
    similar.map(({ request }) => request),
    person,
    ports,
  );
  return sharedRows(shared.filter(isUnderWay).slice(0, MOST_SHOWN), person, ports);
}

/** The requests that somebody joined and is shown something of still, as they joined them, the last first. */
export async function joinedBy(person: Person, ports: JoinPorts): Promise<readonly SharedRow[]> {
  const { joined } = await ownFollows.read(person.accountId);
  if (joined.length === 0) return [];
  return sharedRows(await sharedWith(await readableRequests(joined), person, ports), person, ports);
}

/** What a colleague is shown: the one answer, stage and promise; whose it is and which work item only where Jira lets them open it. */
async function sharedRows(
  shared: readonly Shared[],
  { accountId }: Person,
  ports: JoinPorts,
): Promise<readonly SharedRow[]> {
  if (shared.length === 0) return [];
  const issueIds = shared.map(({ issue }) => issue.id);
  const [seen, promises, people, { joined }] = await Promise.all([
    ports.mayBrowse(issueIds),
    ports.promisesOf(issueIds),
    Promise.all(shared.map(({ request }) => joins.peopleOf(request.id))),
    ownFollows.read(accountId),
  ]);
  const names = await ports.namesOf(
    shared.flatMap(({ request, issue }) => (seen.has(issue.id) ? [request.requester] : [])),
  );
  return shared.map(({ request, item, summary, issue }, at): SharedRow => {
    const told = toldPromises(item, promises.get(issue.id) ?? []);
    const { id, itemId, itemName, stage, actor, promise, receivedAt } = rowOf(
      request,
      item,
      issue,
      told,
      names,
    );
    const count = people[at]?.length ?? 0;
    return {
      ...{ id, itemId, itemName, stage, actor, receivedAt, summary },
      promise: promise && withoutWords(promise),
      joined: joined.includes(id),
      ...(count >= FEWEST_TOLD && { count }),
      ...(seen.has(issue.id) && { issueKey: issue.key, by: names.get(request.requester) ?? '' }),
    };
  });
}

/** Why a promise waits or was moved, its team wrote to who asked. */
const withoutWords = ({ pauseReason: _why, ...promise }: NonNullable<SharedRow['promise']>) => ({
  ...promise,
  moved: [],
});
