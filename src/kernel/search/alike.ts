/** How well one word may stand for another. */
import { editsBetween } from './edits';

const RELATED = 0.5;
const SLIP = 0.65;
const TWO_SLIPS = 0.45;
/** Two words that begin alike for so long, and for so much of the longer one, have one root. */
const ROOT_LENGTH = 5;
const ROOT_SHARE = 0.65;

/** As far as slips of the keyboard tell them apart; short words are too many to forgive them any. */
export function likeness(typed: string, other: string): number {
  if (typed.length < 4 || other.length < 3) return 0;
  const most = typed.length >= 7 ? 2 : 1;
  const edits = editsBetween(typed, other, most);
  if (edits > most) return 0;
  return edits <= 1 ? SLIP : TWO_SLIPS;
}

/** As far as one root makes them related. */
export function kinship(stem: string, term: string): number {
  let shared = 0;
  while (shared < stem.length && stem[shared] === term[shared]) shared += 1;
  const isRoot = shared >= ROOT_LENGTH && shared >= ROOT_SHARE * Math.max(stem.length, term.length);
  // A longer form of a short word: "гостевой" of "гость".
  const isLonger = shared === term.length && shared >= 4 && shared >= stem.length / 2;
  return isRoot || isLonger ? RELATED : 0;
}
