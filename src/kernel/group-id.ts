const GROUP_ID = '[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}';
const WHOLE = new RegExp(`^${GROUP_ID}$`, 'i');
const INSIDE = new RegExp(`\\b${GROUP_ID}\\b`, 'gi');

/** Whether a text looks like an id of a group in Jira; anything else that stands for a group can only be its name. */
export const isGroupId = (text: string): boolean => WHOLE.test(text);

/** What in a text looks like ids of groups. */
export const groupIdsIn = (text: string): readonly string[] => text.match(INSIDE) ?? [];
