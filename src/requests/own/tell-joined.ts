import type { PublishedItem } from '../../catalog/domain/model';
import { inParallel } from '../../kernel/in-parallel';
import { inTurns } from '../../work/in-turns';
import { orLogged } from '../../work/or-logged';
import { readable } from '../../platform/storage/entities';
import { endedUnapproved } from '../domain/stages';
import type { RequestHead } from '../domain/model';
import { forgetJoined, joinedRequests, joins } from './joins';
import { noteEnded } from './own-follows';
import type { RequestPorts } from '../ports';
import { heads } from '../records/store';
import { stageNow } from '../records/view';

interface TellPorts extends Pick<RequestPorts, 'issuesNow' | 'itemInVersion' | 'maySee' | 'publishedItem'> {
  readonly groupsOf: (accountId: string) => Promise<readonly string[] | null>;
  /** By mail, as far as it reaches them. */
  readonly mail: (
    people: readonly string[],
    ended: {
      readonly name: PublishedItem['content']['name'];
      readonly issueKey: string;
      readonly undone: boolean;
    },
  ) => Promise<void>;
}

/** Of requests that are over so many in one sweep. */
const MOST_ENDED = 50;
const AT_ONCE = 8;

/**
 * Tells those who joined requests that are over: once each, on their home for certain, and by mail as far as they may see the work item;
 * nobody for whom the item is not any more. Answers how many people were told.
 */
export async function tellJoined(now: number, ports: TellPorts): Promise<number> {
  const ids = await joinedRequests();
  const found = await heads.getMany(ids);
  // One that can't be read now is not gone: whoever joined it is told once it can be.
  const gone = ids.filter((id) => !found.has(id));
  const over = inTurns([...readable(found).values()].filter(isOver), MOST_ENDED, now);
  let told = 0;
  const done: string[] = [...gone];
  for (const head of over) {
    // The next sweep tries again.
    const count = await orLogged('joins.tell', () => tellOf(head, now, ports), 0);
    // Only once nobody is found: the index may not have the last who joined yet.
    if (count === null) done.push(head.id);
    else told += count;
  }
  await forgetJoined(done);
  return told;
}

const isOver = ({ state, resolvedAt }: RequestHead): boolean =>
  state === 'closed' || resolvedAt !== undefined;

/** How many were told; `null` where nobody joined it. */
async function tellOf(head: RequestHead, now: number, ports: TellPorts): Promise<number | null> {
  const people = await joins.peopleInTurns(head.id, now);
  if (people.length === 0) return null;
  const { id, issueId = '', issueKey = '' } = head;
  const [item, offered, issues] = await Promise.all([
    ports.itemInVersion(head.itemId, head.itemVersion),
    ports.publishedItem(head.itemId),
    ports.issuesNow([issueId]),
  ]);
  const isUndone = (each: PublishedItem): boolean =>
    endedUnapproved(head) || !issues.has(issueId) || stageNow(each, issues.get(issueId)).kind === 'cancelled';
  const undone = item !== null && isUndone(item);
  const name = item?.content.name ?? { en: head.itemId };
  const entitled = new Set(item === null ? [] : await entitledOf(offered ?? item, people, ports));
  const following = { follows: joins, mayKnow: (person: string) => entitled.has(person) };
  await noteEnded(people, { id, name, ...(undone && { undone }) }, now, following, (some) =>
    ports.mail(some, { name, issueKey, undone }),
  );
  return entitled.size;
}

async function entitledOf(
  item: PublishedItem,
  people: readonly string[],
  { maySee, groupsOf }: TellPorts,
): Promise<readonly string[]> {
  const found = await inParallel(people, AT_ONCE, async (accountId) =>
    (await maySee(item, { accountId, groups: () => groupsOf(accountId) })) ? [accountId] : [],
  );
  return found.flat();
}
