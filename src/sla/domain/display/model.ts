/** How clocks are shown, for everybody: no part of what they measure. */
export interface SlaDisplay {
  /**
   * The Jira field that holds the team or group that works on an issue; null for none. Left out: Jira's own Team field, where
   * the site has one.
   */
  readonly groupField?: string | null;
}

export const DEFAULT_DISPLAY: SlaDisplay = {};

/** How Jira's own Team field names its type, in its documentation and on sites. */
export const TEAM_TYPES: readonly string[] = [
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
  'com.atlassian.teams:rm-teams-custom-field-team',
];

/** The field that counts: the chosen one, none, or else the site's Team field. */
export const groupFieldOf = (display: SlaDisplay | undefined, teamField: string | null): string | null =>
  display?.groupField === undefined ? teamField : display.groupField;
