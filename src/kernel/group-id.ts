const GROUP_ID = /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;

/** Whether a text looks like an id of a group in Jira; anything else that stands for a group can only be its name. */
export const isGroupId = (text: string): boolean => GROUP_ID.test(text);
