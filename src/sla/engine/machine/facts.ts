import type { Fact } from '../model';
import type { FactPosition } from './state';

const compareIds = (a: string, b: string): number => {
  if (a === b) return 0;
  const numeric = /^\d+$/;
  if (!numeric.test(a) || !numeric.test(b)) return a < b ? -1 : 1;
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
};

const KIND_ORDER: Readonly<Record<Fact['kind'], number>> = {
  change: 0,
  comment: 1,
  approval: 2,
  link: 3,
  child: 4,
  pause: 5,
  resume: 6,
  extend: 7,
  excuse: 8,
  deleted: 9,
};

const rank = (kind: string): number => KIND_ORDER[kind as Fact['kind']] ?? 10;

/** By instant, then kind, then numeric id; 0 only for the same fact. */
export const comparePositions = (a: FactPosition, b: FactPosition): number =>
  a[0] - b[0] || rank(a[2]) - rank(b[2]) || compareIds(a[1], b[1]);

export const positionOf = (fact: Fact): FactPosition => [fact.at, fact.id, fact.kind];

const compareFacts = (a: Fact, b: Fact): number =>
  a.at - b.at || rank(a.kind) - rank(b.kind) || compareIds(a.id, b.id);

/** Facts in the order in which they count, each once (sla-rules §2.1). */
export const inOrder = (facts: readonly Fact[]): readonly Fact[] => {
  let sorted = true;
  for (let i = 1; i < facts.length && sorted; i++) sorted = compareFacts(facts[i - 1]!, facts[i]!) < 0;
  if (sorted) return facts;
  const ordered = [...facts].sort(compareFacts);
  return ordered.filter((fact, i) => i === 0 || compareFacts(ordered[i - 1]!, fact) !== 0);
};
