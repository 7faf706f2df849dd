/** An instant in Jira's own format: `2026-11-23T10:00:00.000+0000`. */
export const jiraStamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

/** An instant in ISO-8601, as Confluence writes it. */
export const isoStamp = (at: number): string => new Date(at).toISOString();
