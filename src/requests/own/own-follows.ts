/** What somebody is told the end of: known problems and requests of colleagues. One document a person, and a row for each that is found by what it is about. */
import * as v from 'valibot';
import type { LocalizedText } from '../../kernel/text';
import { textAnswer } from '../../kernel/text-schema';
import { allUnder, firstUnder } from '../../platform/storage/under';
import type { Write } from '../../platform/storage/transact';
import { inTurns } from '../../work/in-turns';
import { orLogged } from '../../work/or-logged';
import { homeDocument, toggled } from './home-documents';

const MOST_ENDED = 30;
const DAY_MS = 86_400_000;
/** So long somebody's home says that what they followed is over. */
const TOLD_MS = 14 * DAY_MS;

const endedSchema = v.object({
  id: v.string(),
  name: textAnswer,
  at: v.number(),
  /** It was closed without being done. */
  undone: v.optional(v.literal(true)),
});

export const ownFollows = homeDocument(
  'follows',
  v.object({
    following: v.array(v.string()),
    joined: v.array(v.string()),
    solved: v.array(endedSchema),
  }),
  { following: [], joined: [], solved: [] },
);
type OwnFollows = Awaited<ReturnType<typeof ownFollows.read>>;

/** What somebody follows, and what of it ended in the last two weeks. */
export async function readFollows(accountId: string, now: number) {
  const { following, solved } = await ownFollows.read(accountId);
  return {
    following,
    solved: solved
      .filter(({ at }) => now - at < TOLD_MS)
      .map(({ id, name, undone }) => ({ id, name, ...(undone && { undone }) })),
  };
}

/** Read at once at most. */
export const MOST_FOLLOWERS = 100;
/** Written side by side, and told by one mail. */
const AT_ONCE = 8;

/**
 * What people follow of one kind, so much of it at most: a list in their document, and for each a row under a key of its own, found by
 * what it is about, and gone with the person.
 */
export function followsOf(list: 'following' | 'joined', prefix: string, most: number) {
  const keyOf = (id: string, accountId: string): string => `${prefix}${id}:${accountId}`;
  const whoIn =
    (id: string) =>
    ({ key }: { readonly key: string }): string =>
      key.slice(keyOf(id, '').length);
  const left = (id: string, accountId: string): Write => ({ kind: 'delete', key: keyOf(id, accountId) });
  return {
    /** Follows it or no longer, with what else is written then; the same wish twice comes to the same. Beyond so many the oldest is left. Answers all. */
    set: (accountId: string, id: string, isOn: boolean, also: readonly Write[] = []): Promise<string[]> =>
      ownFollows.change(accountId, (own) => {
        const all = toggled(own[list], id, isOn, most);
        const gone = [...new Set([...own[list], id])].filter((each) => !all.includes(each));
        const row: Write = { kind: 'set', key: keyOf(id, accountId), value: { schema: 1 } };
        return {
          next: { ...own, [list]: all },
          also: [...(isOn ? [row] : []), ...gone.map((each) => left(each, accountId)), ...also],
          answer: all,
        };
      }),
    left,
    /** Somebody's document once they no longer follow it. */
    without: (own: OwnFollows, id: string): OwnFollows => ({
      ...own,
      [list]: own[list].filter((each) => each !== id),
    }),
    /** The first hundred; eventually consistent. */
    peopleOf: async (id: string): Promise<readonly string[]> =>
      (await firstUnder(keyOf(id, ''), MOST_FOLLOWERS)).map(whoIn(id)),
    /** A hundred of them, with each sweep others. */
    peopleInTurns: async (id: string, now: number): Promise<readonly string[]> =>
      inTurns(await allUnder(keyOf(id, '')), MOST_FOLLOWERS, now).map(whoIn(id)),
  };
}

/** What is over, and how people are told. */
export interface Ended {
  readonly id: string;
  readonly name: LocalizedText;
  readonly undone?: boolean;
}

/** Notes on the homes of some people that what they followed is over, once each, and tells them by `mail` beside, which may fail. */
export async function noteEnded(
  people: readonly string[],
  ended: Ended,
  now: number,
  { follows, mayKnow = () => true }: Following,
  mail: (some: readonly string[]) => Promise<void>,
): Promise<void> {
  const { id, name, undone } = ended;
  const line = { id, name, at: now, ...(undone && { undone }) };
  const note = (accountId: string): Promise<readonly string[]> =>
    ownFollows.change(accountId, (own) => {
      const others = own.solved.filter((each) => each.id !== id);
      const solved = mayKnow(accountId) ? [line, ...others].slice(0, MOST_ENDED) : others;
      return {
        next: { ...follows.without(own, id), solved },
        also: [follows.left(id, accountId)],
        answer: [accountId],
      };
    });
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE);
    // Whose document can't be read or written is told by the next sweep.
    const noted = await Promise.all(some.map((each) => orLogged('follows.note', () => note(each), [])));
    await orLogged('follows.mail', () => mail(noted.flat().filter(mayKnow)), undefined);
  }
}

interface Following {
  readonly follows: Pick<ReturnType<typeof followsOf>, 'left' | 'without'>;
  /** Of whom it is not so, no longer follow it and are told nothing. */
  readonly mayKnow?: (accountId: string) => boolean;
}
