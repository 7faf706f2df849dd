/** What the portal's home shows of a person: one small document under a plain key, put together again when it changed. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { orderingOf, orderingOn } from '../people';
import { log } from '../platform/log';
import { readKey } from '../platform/storage/read-key';
import { guarded } from '../platform/storage/transact';
import { homeAnswer, type PortalHome } from '../catalog/domain/call-answers';
import { readDrafts } from './drafts/draft-store';
import { readFavourites } from './own/favourites';
import { readFollows } from './own/own-follows';
import { EVERYBODY, markKey } from '../work/home-marks';
import { isOfFormFor } from './drafts/open-drafts';
import { waitingRequests } from './approvals/list-approvals';
import { ownSummary } from './reading/own-recent';
import type { Person, RequestPorts } from './ports';

const { favourites, waiting, following, solved, serves, assistants, ordersFor } = homeAnswer.entries;
const ownSchema = v.object({
  open: v.number(),
  recentItems: v.array(v.string()),
  recentFor: v.array(v.object({ id: v.string(), items: v.array(v.string()) })),
  pendingApprovals: v.number(),
  favourites,
  waiting,
  following,
  solved,
  serves,
  /** With those whose days begin later. */
  assistants,
  ordersFor,
});
/** Requests under way up to a hundred, decisions that wait up to fifty. */
type KeptHome = v.InferOutput<typeof ownSchema>;

type OwnHome = KeptHome & Pick<PortalHome, 'drafts'>;

const homeSchema = v.object({
  schema: v.literal(4),
  /** The notes it was put together under. */
  of: v.string(),
  at: v.number(),
  own: ownSchema,
});
const markSchema = v.object({ at: v.number(), stamp: v.string() });

/** Indexes show a change within this time. */
const SETTLED_MS = 30_000;
/** Until then what they said is believed for so long. */
const UNSETTLED_MS = 5_000;
/** What no transaction tells of is found within a day. */
const MOST_MS = 86_400_000;

type HomePorts = Pick<RequestPorts, 'issuesNow'> & {
  /** Whether the caller works on requests; not where Jira does not say. */
  readonly mayBeAssigned: () => Promise<boolean>;
};

/** Somebody's own part of the home: one read unit, and about six more after something of theirs has changed. Drafts are read with it. */
export async function homeOf(person: Pick<Person, 'accountId' | 'now'>, ports: HomePorts): Promise<OwnHome> {
  const [own, drafts] = await Promise.all([
    withoutDrafts(person, ports),
    readDrafts(person.accountId, person.now),
  ]);
  return { ...own, drafts: drafts.map(({ saved: _, ...told }) => told) };
}

async function withoutDrafts(person: Pick<Person, 'accountId' | 'now'>, ports: HomePorts): Promise<KeptHome> {
  const { accountId, now } = person;
  const key = `home:${accountId}`;
  const { known, marks } = await readKept(key, accountId);
  const of = marks.map(({ stamp }) => stamp).join(' ');
  const changedAt = Math.max(0, ...marks.map(({ at }) => at));
  if (known?.of === of && now - known.at < (isSettled(known.at, changedAt) ? MOST_MS : UNSETTLED_MS))
    return onDay(known.own, now);
  const own = await putTogether(person, ports);
  await keep(key, { schema: 4, of, at: now, own });
  return onDay(own, now);
}

/** Delegations begin and end with days, whatever is kept. */
const onDay = (own: KeptHome, now: number): KeptHome => {
  const { assistants, ordersFor } = orderingOn(own, now);
  return { ...own, assistants: [...assistants], ordersFor: [...ordersFor] };
};

/** The same while they order for somebody: what they ordered and began for them, and nothing that is the other's own. */
export const homeFor = (own: OwnHome, { accountId, by }: Pick<Person, 'accountId' | 'by'>): OwnHome =>
  by === undefined
    ? { ...own, drafts: own.drafts.filter(isOfFormFor({ accountId })) }
    : {
        ...own,
        recentItems: own.recentFor.find(({ id }) => id === accountId)?.items ?? [],
        assistants: [],
        favourites: [],
        following: [],
        solved: [],
        drafts: own.drafts.filter(isOfFormFor({ accountId, by })),
      };

const isSettled = (at: number, changedAt: number): boolean => at - changedAt >= SETTLED_MS;

/** What does not fit its schema is put together again. */
async function readKept(key: string, accountId: string) {
  const markKeys = [markKey(accountId), markKey(EVERYBODY)];
  // Read one by one in one moment: one batch with the drafts.
  const [stored, ...marks] = await Promise.all([key, ...markKeys].map((each) => readKey({ key: each })));
  const known = v.safeParse(homeSchema, stored);
  return {
    known: known.success ? known.output : null,
    marks: marks.flatMap((each) => {
      const mark = v.safeParse(markSchema, each);
      return mark.success ? [mark.output] : [];
    }),
  };
}

async function putTogether(person: Pick<Person, 'accountId' | 'now'>, ports: HomePorts): Promise<KeptHome> {
  const [summary, asked, stars, follows, isAgent, ordering] = await Promise.all([
    ownSummary(person),
    waitingRequests(person, ports),
    readFavourites(person.accountId),
    readFollows(person.accountId, person.now),
    ports.mayBeAssigned(),
    orderingOf(person.accountId, person.now),
  ]);
  return {
    ...summary,
    ...follows,
    favourites: stars,
    serves: isAgent,
    assistants: [...ordering.assistants],
    ordersFor: [...ordering.ordersFor],
    pendingApprovals: asked.length,
  };
}

/** Whoever asks is answered all the same: it is put together again the next time. */
async function keep(key: string, home: v.InferOutput<typeof homeSchema>): Promise<void> {
  try {
    await guarded(() => kvs.set(key, home));
  } catch (error) {
    log.warn('home.keep', { why: String(error) });
  }
}
