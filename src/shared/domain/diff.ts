/** One difference between two documents, in words an auditor can read. */
export interface Difference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const MAX_DIFFERENCES = 100;
const MAX_VALUE_LENGTH = 200;

/**
 * What changed from one document to the other, leaf by leaf. Members of lists are matched by their `id` where they
 * have one, so that a moved member is not a change of all that follow. At most 100 differences; long values are cut.
 */
export function diffDocuments(before: unknown, after: unknown): readonly Difference[] {
  return walk('', before, after).slice(0, MAX_DIFFERENCES);
}

function walk(path: string, before: unknown, after: unknown): readonly Difference[] {
  if (same(before, after)) return [];
  const [left, right] = [membersOf(before), membersOf(after)];
  if (left === null || right === null) return [{ path, before: show(before), after: show(after) }];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const inside = names.flatMap((name) =>
    walk(path ? `${path}.${name}` : name, left.get(name), right.get(name)),
  );
  return inside.length > 0 ? inside : [{ path: `${path}.order`, before: keys(left), after: keys(right) }];
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value))
    return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
  return new Map(value.map((member: unknown, index) => [idOf(member) ?? String(index), member]));
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const keys = (members: ReadonlyMap<string, unknown>): string => cut([...members.keys()].join(', '));

const show = (value: unknown): string =>
  value === undefined ? '' : cut(typeof value === 'string' ? value : JSON.stringify(value));

const cut = (text: string): string =>
  text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH - 1)}…` : text;
