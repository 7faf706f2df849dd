/** What somebody is told the end of: known problems and requests of colleagues. One document a person, and a row for each that is found by what it is about. */
import * as v from 'valibot';
import type { LocalizedText } from '../kernel/text';
import { textAnswer } from '../kernel/text-schema';
import { firstUnder } from '../platform/storage/under';
import type { Write } from '../platform/storage/transact';
import { log } from '../platform/log';
import { homeDocument } from './home-documents';

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

/** Rows of who follows what, each under a key of its own: found by what it is about, and gone with the person. */
export function followRows(prefix: string) {
  const keyOf = (id: string, accountId: string): string => `${prefix}${id}:${accountId}`;
  return {
    write: (id: string, accountId: string, isOn: boolean): Write =>
      isOn
        ? { kind: 'set', key: keyOf(id, accountId), value: { schema: 1 } }
        : { kind: 'delete', key: keyOf(id, accountId) },
    /** The first hundred; eventually consistent. */
    peopleOf: async (id: string): Promise<readonly string[]> => {
      const rows = await firstUnder(keyOf(id, ''), MOST_FOLLOWERS);
      return rows.map(({ key }) => key.slice(keyOf(id, '').length));
    },
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
  { rows, without, mayKnow = () => true }: Following,
  told: (some: readonly string[]) => Promise<void>,
): Promise<void> {
  const { id, name, undone } = ended;
  const line = { id, name, at: now, ...(undone && { undone }) };
  const note = async (accountId: string): Promise<readonly string[]> => {
    try {
      await ownFollows.change(accountId, (own) => {
        const others = own.solved.filter((each) => each.id !== id);
        const solved = mayKnow(accountId) ? [line, ...others].slice(0, MOST_ENDED) : others;
        return {
          next: { ...without(own, id), solved },
          also: [rows.write(id, accountId, false)],
          answer: undefined,
        };
      });
      return [accountId];
    } catch (error) {
      // Whose document can't be read or written is told by the next sweep, and keeps nobody else from being told.
      log.error('follows.note', error);
      return [];
    }
  };
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const noted = await Promise.all(people.slice(start, start + AT_ONCE).map(note));
    await told(noted.flat().filter(mayKnow));
  }
}

interface Following {
  readonly rows: ReturnType<typeof followRows>;
  /** Somebody's document once they no longer follow it. */
  readonly without: (own: OwnFollows, id: string) => OwnFollows;
  /** Of whom it is not so, no longer follow it and are told nothing. */
  readonly mayKnow?: (accountId: string) => boolean;
}
