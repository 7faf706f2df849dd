const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The ids some conditions, triggers and actual values mention, by the field they are values of. */
export function mentionedIn(evidence: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = (field: string, ids: readonly string[]): void => {
    const known = found.get(field) ?? new Set<string>();
    found.set(field, known);
    for (const id of ids) known.add(id);
  };
  const fieldOf = (value: unknown): string | undefined => {
    if (!isRecord(value)) return undefined;
    return typeof value['field'] === 'string' ? value['field'] : fieldOf(value['not']);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isRecord(value)) return;
    const field = value['field'];
    if (typeof field === 'string')
      for (const key of ['values', 'from', 'to']) note(field, textsIn(value[key]));
    if (value['on'] === 'commented') note('group', textsIn(value['groups']));
    if (typeof value['issueId'] === 'string') note('issue', [value['issueId']]);
    const asked = fieldOf(value['condition']);
    if (asked !== undefined) note(asked, textsIn(value['actual']));
    Object.values(value).forEach(walk);
  };
  walk(evidence);
  return found;
}
