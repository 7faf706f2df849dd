/**
 * Names that Jira, Confluence and the manifest know the app by. Renaming one orphans what customers have stored.
 */

/** Issue property: the display copy of the SLA record; indexed for JQL. */
export const SLA_PROPERTY = 'pledge-sla';
/** Read-only custom fields: module keys of the manifest, by what they show. */
export const SLA_FIELDS = {
  nextDue: 'pledge-next-due',
  nextBreach: 'pledge-next-breach',
  remaining: 'pledge-remaining',
  state: 'pledge-state',
  met: 'pledge-met',
} as const;
export type SlaFieldName = keyof typeof SLA_FIELDS;
/** Issue property: which item, version and answers made this issue; lets a reinstall adopt it. */
export const REQUEST_PROPERTY = 'pledge-request';
/** Issue property: the escalation that made this issue, so that no retry makes it twice. */
export const ESCALATION_PROPERTY = 'pledge-escalation';
/** Comment property: on whose behalf the app wrote, or that it is a notice requesters need not read. */
export const MESSAGE_PROPERTY = 'pledge-message';
/** Comment property: the step or escalation a comment was written for, so that no retry writes it twice. */
export const STEP_PROPERTY = 'pledge-step';
/** Content property behind the byline: title and tooltip. */
export const BYLINE_PROPERTY = 'pledge-byline';

/** Global permissions the manifest declares. */
export const PERMISSIONS = {
  admin: 'pledge-admin',
  catalogManager: 'pledge-catalog-manager',
  slaManager: 'pledge-sla-manager',
  knowledgeManager: 'pledge-knowledge-mgr',
  auditor: 'pledge-auditor',
} as const;
/** Project permissions the manifest declares: granted to roles, groups and people per project. */
export const PROJECT_PERMISSIONS = { pause: 'pledge-pause-sla', extend: 'pledge-extend-sla' } as const;
export type Role = keyof typeof PERMISSIONS;

export type Locale = 'en' | 'ru';
