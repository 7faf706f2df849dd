/** Which team or group held an issue when, from the field of the site that says so. */
import type { Fact, FieldValue, IssueHistory } from '../model';
import { buildHistory } from './build-history';
import { fieldOfItem } from './changes';
import type { ChangelogEntry, JiraIssue } from './schema';

export interface GroupedHistory {
  /** The history given, with the field's values as the holder `group`. */
  readonly history: IssueHistory;
  /** What Jira calls each group. */
  readonly names: Readonly<Record<string, string>>;
}

interface Source {
  /** Id of the field. */
  readonly field: string;
  /** The issue with `created` and that field. */
  readonly issue: JiraIssue;
  readonly changelog: readonly ChangelogEntry[];
}

/**
 * Adds the values of a Team, group or select field to a history. Where a changelog has names only, as with groups, the id
 * of that name is taken if anything tells it.
 */
export function withGroup(history: IssueHistory, source: Source): GroupedHistory {
  const { field, issue, changelog } = source;
  const names = namesIn(source);
  const idOf = new Map([...names].map(([id, name]) => [name, id]));
  const canonical = (values: FieldValue): FieldValue =>
    values.map((value) => (names.has(value) ? value : (idOf.get(bare(value)) ?? bare(value))));
  const told = buildHistory({
    issue,
    changelog,
    comments: [],
    appFacts: [],
    categories: {},
    fields: new Set([field]),
  });
  const moves = told.facts.flatMap((fact) =>
    fact.kind === 'change'
      ? fact.changes.map(({ from, to }): Fact => ({
          ...fact,
          changes: [{ field: 'group', from: canonical(from), to: canonical(to) }],
        }))
      : [],
  );
  return {
    history: {
      ...history,
      initial: { ...history.initial, group: canonical(told.initial[field] ?? []) },
      facts: merged(history.facts, moves),
    },
    names: Object.fromEntries(names),
  };
}

/** One changelog entry is one fact, whatever it changed. */
const merged = (facts: readonly Fact[], moves: readonly Fact[]): readonly Fact[] => {
  const known = new Map(facts.flatMap((fact) => (fact.kind === 'change' ? [[fact.id, fact] as const] : [])));
  const mine = new Map(moves.map((fact) => [fact.id, fact]));
  return [
    ...facts.map((fact): Fact => {
      const move = fact.kind === 'change' ? mine.get(fact.id) : undefined;
      if (fact.kind !== 'change' || move?.kind !== 'change') return fact;
      return { ...fact, changes: [...fact.changes, ...move.changes] };
    }),
    ...moves.filter(({ id }) => !known.has(id)),
  ];
};

/** Group pickers write `[name]` into the changelog. */
const bare = (value: string): string => /^\[(.*)\]$/.exec(value)?.[1] ?? value;

const namesIn = ({ field, issue, changelog }: Source): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const item of changelog.flatMap(({ items }) => items)) {
    if (fieldOfItem(item) !== field) continue;
    if (item.from && item.fromText) names.set(item.from, bare(item.fromText));
    if (item.to && item.toText) names.set(item.to, bare(item.toText));
  }
  for (const [id, name] of namedValues(issue.fields[field])) names.set(id, name);
  return names;
};

/** Ids and names of today's value: teams and groups have a `name`, options a `value`. */
const namedValues = (value: unknown): readonly (readonly [string, string])[] => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    const { id, groupId, name, value: option } = each as Readonly<Record<string, unknown>>;
    const known = id ?? groupId;
    const called = name ?? option;
    return typeof known === 'string' && typeof called === 'string' ? [[known, called] as const] : [];
  });
};
