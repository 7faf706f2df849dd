/**
 * Fields whose change alone wakes nobody: the event filter in `manifest.yml` lets it pass, as hardly any definition looks
 * at them and people edit them all day. By the id a condition has for them, with the name Jira's changelog has.
 */
export const UNTRACKED_FIELDS: Readonly<Record<string, string>> = {
  summary: 'summary',
  description: 'description',
  environment: 'environment',
  attachment: 'Attachment',
  timespent: 'timespent',
  timeestimate: 'timeestimate',
  timeoriginalestimate: 'timeoriginalestimate',
};
