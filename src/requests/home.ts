/** What the portal's home shows of a person: one small document under a plain key, put together again when it changed. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { log } from '../platform/log';
import { readKey } from '../platform/storage/read-key';
import { guarded } from '../platform/storage/transact';
import { homeAnswer, type PortalHome } from '../catalog/domain/call-answers';
import { readDrafts } from './draft-store';
import { readFavourites } from './favourites';
import { readFollows } from './follows';
import { EVERYBODY, markKey } from './home-marks';
import { waitingRequests } from './list-approvals';
import { ownSummary } from './own-recent';
import type { Person, RequestPorts } from './ports';

const { favourites, waiting, following, solved, serves } = homeAnswer.entries;
const ownSchema = v.object({
  open: v.number(),
  recentItems: v.array(v.string()),
  pendingApprovals: v.number(),
  favourites,
  waiting,
  following,
  solved,
  serves,
});
/** Requests under way up to a hundred, decisions that wait up to fifty. */
type KeptHome = v.InferOutput<typeof ownSchema>;

type OwnHome = KeptHome & Pick<PortalHome, 'drafts'>;

const homeSchema = v.object({
  schema: v.literal(3),
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
    return known.own;
  const own = await putTogether(person, ports);
  await keep(key, { schema: 3, of, at: now, own });
  return own;
}

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
  const [summary, asked, stars, follows, isAgent] = await Promise.all([
    ownSummary(person),
    waitingRequests(person, ports),
    readFavourites(person.accountId),
    readFollows(person.accountId, person.now),
    ports.mayBeAssigned(),
  ]);
  return {
    ...summary,
    ...follows,
    favourites: stars,
    serves: isAgent,
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
