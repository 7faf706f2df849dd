import type { Entitlement } from './model';

/** Someone as entitlement sees them: their account, and the names and ids of their groups, `null` where nobody tells. */
export interface Viewer {
  readonly accountId: string;
  readonly groups: readonly string[] | null;
}

/**
 * Whether someone may see and order. Not-available wins; an empty available-for list is everybody. Who may be in a group
 * that is shut out is shut out: of somebody whose groups are not known nothing else can be said.
 */
export function isEntitled(entitlement: Entitlement, viewer: Viewer): boolean {
  const { availableFor, notAvailableFor } = entitlement;
  if (isOn(notAvailableFor, viewer)) return false;
  if (viewer.groups === null && notAvailableFor.groups.length > 0) return false;
  return (availableFor.groups.length === 0 && availableFor.users.length === 0) || isOn(availableFor, viewer);
}

/** Whether the lists shut nobody out. */
export const forEverybody = ({ availableFor, notAvailableFor }: Entitlement): boolean =>
  [availableFor, notAvailableFor].every(({ groups, users }) => groups.length === 0 && users.length === 0);

/** Whether answering needs the viewer's groups at all: asking Jira for them is a call that can be saved. */
export const needsGroups = (entitlement: Entitlement): boolean =>
  entitlement.availableFor.groups.length > 0 || entitlement.notAvailableFor.groups.length > 0;

const isOn = (list: Entitlement['availableFor'], viewer: Viewer): boolean =>
  list.users.includes(viewer.accountId) || list.groups.some((group) => viewer.groups?.includes(group));
