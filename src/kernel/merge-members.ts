/** What a file makes of what is stored. */
import type { ImportOutcome } from './answers';
import { errorIn, type OwnedFinding } from './finding';
import { inPlaceOf, parsed, saysTheSame, type Section } from './section';

/** Nothing differs, and nothing is wrong. */
export const NOTHING: ImportOutcome = { created: 0, updated: 0, unchanged: 0, problems: [] };

/** What several parts of an import did. */
export const sumOf = (outcomes: readonly ImportOutcome[]): ImportOutcome => ({
  created: outcomes.reduce((sum, { created }) => sum + created, 0),
  updated: outcomes.reduce((sum, { updated }) => sum + updated, 0),
  unchanged: outcomes.reduce((sum, { unchanged }) => sum + unchanged, 0),
  problems: outcomes.flatMap(({ problems }) => problems),
});

interface Merged<T> {
  /** Those that were there where they stood, then those that are new. */
  readonly all: readonly T[];
  /** Those that are new or differ. */
  readonly changed: readonly T[];
  readonly outcome: ImportOutcome;
}

const idOf = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : '';

/** Members that are new are added, those that differ replaced, all others kept: a file that comes twice changes nothing. */
export function mergeMembers<T extends { readonly id: string }>(
  section: Section<T>,
  stored: readonly T[],
  incoming: readonly unknown[],
): Merged<T> {
  const all = new Map(stored.map((member) => [member.id, member]));
  const seen = new Set<string>();
  const changed: T[] = [];
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const problems: OwnedFinding[] = [];
  for (const input of incoming) {
    const id = idOf(input);
    const former = seen.has(id) ? undefined : all.get(id);
    const read = parsed(section, input);
    if ('findings' in read) problems.push(...read.findings);
    else if (seen.has(id)) problems.push(errorIn('DUPLICATE_ID', section.key, id, { id }));
    else if (former !== undefined && saysTheSame(section, former, read.value)) counts.unchanged += 1;
    else {
      counts[former === undefined ? 'created' : 'updated'] += 1;
      const next = inPlaceOf(section, read.value, former);
      all.set(id, next);
      changed.push(next);
    }
    seen.add(id);
  }
  const { most = Infinity } = section;
  if (all.size > most) problems.push(errorIn('TOO_MANY', section.key, '', { limit: most }));
  return { all: [...all.values()], changed, outcome: { ...counts, problems } };
}
