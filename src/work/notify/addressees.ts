/** Whom a message goes to. */

export interface Addressees {
  readonly users: readonly string[];
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
  /** Jira does not tell which of them may see the work item: they are told as they are named. */
  readonly unsure?: true;
}

export const NOBODY: Addressees = { users: [], groups: [] };

/** The accounts among these, without those that are not known. */
export const accounts = (...ids: readonly (string | null | undefined)[]): Addressees => ({
  users: ids.filter((id): id is string => typeof id === 'string' && id !== ''),
  groups: [],
});

export const isNobody = (to: Addressees): boolean => to.users.length === 0 && to.groups.length === 0;

/** All of them, each once. */
export const merge = (parts: readonly Addressees[]): Addressees =>
  parts.reduce(
    (all, part) => ({
      users: [...new Set([...all.users, ...part.users])],
      groups: [
        ...all.groups,
        ...part.groups.filter(({ groupId }) => !all.groups.some((g) => g.groupId === groupId)),
      ],
    }),
    NOBODY,
  );

const GROUP = 'group:';
const groupUnit = (groupId: string): string => `${GROUP}${groupId}`;

/** How they are named where each is told once: accounts by their id, groups as `group:ID`. */
export const unitsOf = ({ users, groups }: Addressees): readonly string[] => [
  ...users,
  ...groups.map(({ groupId }) => groupUnit(groupId)),
];

/** Whom a unit stands for. */
export const ofUnit = (unit: string): Addressees =>
  unit.startsWith(GROUP)
    ? { users: [], groups: [{ groupId: unit.slice(GROUP.length), name: '' }] }
    : accounts(unit);

/** Those who have not been told yet. */
export const without = ({ users, groups }: Addressees, told: ReadonlySet<string>): Addressees => ({
  users: users.filter((id) => !told.has(id)),
  groups: groups.filter(({ groupId }) => !told.has(groupUnit(groupId))),
});
