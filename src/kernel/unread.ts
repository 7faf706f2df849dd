/** The path of the first key of a value that its schema dropped, `null` when everything was read. */
export function unreadPath(given: unknown, read: unknown, path = ''): string | null {
  if (!isRecord(given) || !isRecord(read)) return null;
  for (const [key, value] of Object.entries(given)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (value === undefined) continue;
    if (!Object.hasOwn(read, key)) return at.slice(0, 200);
    const deeper = unreadPath(value, read[key], at);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** Objects and lists: a list's keys are its places. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
