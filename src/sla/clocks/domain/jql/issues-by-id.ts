/** Work items by their ids, as JQL; what is no id is left out. `null` when there are none: no query says so. */
export function issuesById(ids: readonly string[]): string | null {
  const numbers = ids.filter((id) => /^\d+$/.test(id));
  return numbers.length === 0 ? null : `id in (${numbers.join(',')})`;
}
