/** The rules that records are held to, with what Jira and the other records say. */
import type { OwnedFinding } from '../kernel/finding';
import type { Find } from '../work/rows';
import { namedIn, type PersonRecord } from './domain/person';
import { circleOf, inCircle, namesThemselves, namesUnknown } from './domain/rules';

export interface CheckPorts {
  /** Those of the accounts that Jira knows; `null` while it can't say. */
  readonly knownAccounts: (ids: readonly string[]) => Promise<ReadonlyMap<string, boolean> | null>;
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** All that is wrong with records as they would stand. A Jira that can't say stands in nobody's way. */
export const checkRecords =
  ({ knownAccounts, namesOf }: CheckPorts) =>
  async (records: readonly PersonRecord[], find: Find<PersonRecord>): Promise<readonly OwnedFinding[]> => {
    const [known, managers] = await Promise.all([
      knownAccounts(records.flatMap((record) => [record.id, ...namedIn(record)])),
      managersAbove(records, find),
    ]);
    const circles = records.flatMap((record) => {
      const circle = circleOf(record.id, managers);
      return circle === null ? [] : [{ record, circle }];
    });
    const names = circles.length === 0 ? null : await namesOf(circles.flatMap(({ circle }) => circle));
    return [
      ...records.flatMap(namesThemselves),
      ...circles.map(({ record, circle }) =>
        inCircle(
          record,
          circle.map((id) => names?.get(id) ?? id),
        ),
      ),
      ...(known === null ? [] : records.flatMap((record) => namesUnknown(record, (id) => known.has(id)))),
    ];
  };

/** Who works for whom, from some people all the way up: one read for each level. */
async function managersAbove(
  records: readonly PersonRecord[],
  find: Find<PersonRecord>,
): Promise<ReadonlyMap<string, string>> {
  const managers = new Map(records.map(({ id, manager }) => [id, manager]));
  for (let open = openOf(managers); open.length > 0; open = openOf(managers)) {
    const found = await find(open);
    for (const id of open) managers.set(id, found.get(id)?.manager ?? '');
  }
  return managers;
}

const openOf = (managers: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set(managers.values())].filter((id) => id !== '' && !managers.has(id));
