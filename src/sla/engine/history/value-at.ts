/** What a field held when: comments are judged by the reporter of then, not by today's. */
import type { FieldValue, Instant } from '../model';
import { changeOfItem, fieldOfItem } from './changes';
import type { ChangelogEntry } from './schema';

/**
 * The value of a field at any instant, from today's value and what the changelog says it was changed from. A change counts
 * from its own instant on. For fields whose items carry the whole value, as those of people do.
 */
export const valueAt = (
  field: string,
  today: FieldValue,
  changelog: readonly ChangelogEntry[],
): ((at: Instant) => FieldValue) => {
  const changes = changelog
    .flatMap(({ created, id, items }) =>
      items
        .filter((item) => fieldOfItem(item) === field)
        .map((item) => ({ at: created, id: Number(id), from: changeOfItem(item, []).from })),
    )
    .sort((left, right) => left.at - right.at || left.id - right.id);
  return (at) => changes.find((change) => change.at > at)?.from ?? today;
};
