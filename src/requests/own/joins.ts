/** Who joined an open request of a colleague in the place of sending one more. */
import { notFound } from '../../kernel/errors';
import type { PublishedItem } from '../../catalog/domain/model';
import { sharedQuestion } from '../../catalog/domain/form/joining';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import { allUnder } from '../../platform/storage/under';
import { removeAll } from '../../platform/storage/batch';
import type { RequestDocument } from '../domain/model';
import { isPartyOf } from '../domain/parties';
import { followsOf } from './own-follows';
import type { Person, RequestPorts } from '../ports';
import { requestOfIssue } from '../records/request-of-issue';
import { readRequest } from '../records/store';
import { stageNow } from '../records/view';

/** Of one person; with one more the oldest is left. */
const MOST = 50;
export const joins = followsOf('joined', 'joined:', MOST);
/** Names the requests that somebody joined: the sweep looks at these alone. */
const MARKS = 'joins:';

export type JoinPorts = Pick<
  RequestPorts,
  | 'itemInVersion'
  | 'issuesNow'
  | 'mayBrowse'
  | 'maySee'
  | 'namesOf'
  | 'promisesOf'
  | 'publishedItem'
  | 'withLevel'
>;

/** A request as far as it is shared: the question of its item whose answer colleagues are shown, and that answer. */
export interface Shared {
  readonly request: RequestDocument;
  readonly item: PublishedItem;
  readonly summary: string;
  readonly issue: IssueNow;
}

/**
 * Those of some requests of which this person is shown something: others', of an item that lets people join and that they may request, as
 * it was when they were sent and as it is now; whose work item is theirs who asked, and has no security level.
 */
export async function sharedWith(
  requests: readonly RequestDocument[],
  person: Person,
  ports: JoinPorts,
): Promise<readonly Shared[]> {
  const ids = requests.flatMap(({ issueId }) => issueId ?? []);
  const [issues, levelled] = await Promise.all([ports.issuesNow(ids), ports.withLevel(ids)]);
  const shared = requests.map(async (request): Promise<readonly Shared[]> => {
    const issue = issues.get(request.issueId ?? '');
    if (issue === undefined || levelled.has(issue.id) || isPartyOf(request, person.accountId)) return [];
    if (issue.reporter !== request.requester && issue.reporter !== request.beneficiary) return [];
    const item = await ports.itemInVersion(request.itemId, request.itemVersion);
    const summary = item === null ? null : sharedAnswer(item, request);
    if (item === null || summary === null) return [];
    const now = await ports.publishedItem(request.itemId);
    if (now !== null && sharedQuestion(now.content) === null) return [];
    return (await ports.maySee(now ?? item, person)) ? [{ request, item, summary, issue }] : [];
  });
  return (await Promise.all(shared)).flat();
}

/** Jira knows that it is over before the app has heard of it. */
export const isUnderWay = ({ item, issue }: Shared): boolean => stageNow(item, issue).kind === 'open';

const MOST_SHOWN = 300;

/** What colleagues are shown of a request; `null` where its form said nothing of it. */
export function sharedAnswer({ content }: PublishedItem, { answers }: RequestDocument): string | null {
  const answer = answers[sharedQuestion(content) ?? ''];
  return typeof answer === 'string' && answer.trim() !== '' ? answer.trim().slice(0, MOST_SHOWN) : null;
}

/**
 * Joins an open request that this person is shown, or leaves one. The same wish twice comes to the same.
 * @throws AppFailure NOT_FOUND for a request that is not shared with them, or is over.
 */
export async function setJoined(id: string, isOn: boolean, person: Person, ports: JoinPorts): Promise<void> {
  if (isOn) {
    const request = await readRequest(id);
    const shared = request?.state === 'open' ? await sharedWith([request], person, ports) : [];
    if (!shared.some(isUnderWay)) throw notFound('This request');
  }
  const mark = { kind: 'set', key: `${MARKS}${id}`, value: { schema: 1 } } as const;
  await joins.set(person.accountId, id, isOn, isOn ? [mark] : []);
}

/** The requests that somebody joined, while they may be under way. */
export const joinedRequests = async (): Promise<readonly string[]> =>
  (await allUnder(MARKS)).map(({ key }) => key.slice(MARKS.length));

/** These are over, and nobody is left who would have to be told. */
export const forgetJoined = (ids: readonly string[]): Promise<void> =>
  removeAll(ids.map((id) => `${MARKS}${id}`));

/** Who asked for a work item in the catalog, and who joined them; nobody where it was not made there. */
export async function askersOf(issueId: string): Promise<readonly string[]> {
  const request = await requestOfIssue(issueId);
  return request === null ? [] : [request.requester, ...(await joins.peopleOf(request.id))];
}
