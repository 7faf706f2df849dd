/** Somebody's drafts: how many, what they are called, how long they are kept, and which save may take another's place. */
import type { DraftLine, DraftSave, OtherAnswer } from '../../catalog/domain/model';
import { sameValues } from '../../kernel/same-values';

/** So long a draft is kept after its last change. */
export const DRAFT_DAYS = 60;
/** The last days, in which the home says that it goes. */
export const LAST_DAYS = 7;
/** Of one person, in all items. */
export const MOST_DRAFTS = 30;
export const MOST_NAME = 60;
/** Asks for a form without a draft, in the place of one. */
export const NO_DRAFT = 'new';
const DAY_MS = 86_400_000;

export interface DraftList {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  readonly lines: readonly DraftLine[];
}

/** A save by a form: its own name, how many it has tried, and the save it goes on from, where it knows of one. */
export interface Saving extends DraftSave {
  readonly from?: DraftSave | undefined;
}

/** How a form keeps its draft: which save it is, and the answers that it does not ask for. */
export interface Keeping extends Saving {
  readonly others: readonly OtherAnswer[];
}

/** Why a draft is not kept so: another form has saved it since, there are too many, or another one is called so. */
export type NotKept = 'changed' | 'tooMany' | 'nameTaken';

/** When a draft goes unless it is kept anew (UTC, ms). */
export const endsAt = ({ updatedAt }: Pick<DraftLine, 'updatedAt'>): number =>
  Date.parse(updatedAt) + DRAFT_DAYS * DAY_MS;

export const isOver = (line: Pick<DraftLine, 'updatedAt'>, now: number): boolean => endsAt(line) <= now;

/** Whether its last days have begun. */
export const endsSoon = (line: Pick<DraftLine, 'updatedAt'>, now: number): boolean =>
  endsAt(line) - now <= LAST_DAYS * DAY_MS;

/** Those that are still kept, the newest first. */
export const livingDrafts = (lines: readonly DraftLine[], now: number): readonly DraftLine[] =>
  lines.filter((line) => !isOver(line, now)).toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));

/**
 * The list with a draft as it is saved now. A form may go on from the save it knows, and from its own whose answer was lost;
 * never from one that another form has made since. A draft that goes to another item keeps its name there as far as it is free.
 */
export function withDraft(
  lines: readonly DraftLine[],
  draft: Omit<DraftLine, 'number' | 'name' | 'saved'>,
  { by, turn, from }: Saving,
  now: number,
): readonly DraftLine[] | NotKept {
  const before = lines.find(({ clientToken }) => clientToken === draft.clientToken);
  // A form for one person is no draft of a form for another.
  if (before && (before.for !== draft.for || !mayFollow(before.saved, { by, turn, from }))) return 'changed';
  const others = lines.filter((line) => line !== before);
  if (!before && livingDrafts(others, now).length >= MOST_DRAFTS) return 'tooMany';
  const beside = others.filter(({ itemId }) => itemId === draft.itemId);
  const number = before?.itemId === draft.itemId ? before.number : freeNumber(beside);
  const name = before?.name;
  return [
    ...others,
    {
      ...draft,
      number,
      ...(name !== undefined && { name: isTaken(name, beside) ? `${name} (${number})` : name }),
      saved: { by, turn },
    },
  ];
}

/** The list with a draft called so, or by its number again where the name is empty; `null` when it is not there. */
export function withName(
  lines: readonly DraftLine[],
  clientToken: string,
  name: string,
): readonly DraftLine[] | NotKept | null {
  const before = lines.find((line) => line.clientToken === clientToken);
  if (before === undefined) return null;
  const { name: _, ...unnamed } = before;
  const others = lines.filter((line) => line !== before);
  const wanted = name.trim();
  if (wanted === '') return [...others, unnamed];
  const beside = others.filter(({ itemId }) => itemId === before.itemId);
  return isTaken(wanted, beside) ? 'nameTaken' : [...others, { ...unnamed, name: wanted }];
}

const mayFollow = (stored: DraftSave, { by, turn, from }: Saving): boolean =>
  (from !== undefined && sameValues(stored, from)) || (stored.by === by && stored.turn < turn);

const isTaken = (name: string, lines: readonly DraftLine[]): boolean =>
  lines.some((line) => line.name !== undefined && folded(line.name) === folded(name));

const folded = (name: string): string => name.trim().toLocaleLowerCase();

function freeNumber(lines: readonly DraftLine[]): number {
  const taken = new Set(lines.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}
