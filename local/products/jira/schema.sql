-- The tables of Jira. JSON is kept in text columns named for what they hold.
create table if not exists jira_settings (name text primary key, value text not null);
create table if not exists jira_statuses (id text primary key, name text not null unique, category text not null);
create table if not exists jira_workflows (id text primary key, name text not null unique, initial text not null);
create table if not exists jira_transitions (workflow_id text not null, id text not null, name text not null, sources text, target text not null,
  screen text not null, required text not null, resolution text, approval text, primary key (workflow_id, id));
create table if not exists jira_issue_types (id text primary key, name text not null unique, description text not null, subtask integer not null);
create table if not exists jira_priorities (id text primary key, name text not null unique, color text not null, position integer not null);
create table if not exists jira_resolutions (id text primary key, name text not null unique);
create table if not exists jira_fields (id text primary key, name text not null, kind text not null, read_only integer not null, app_key text);
create table if not exists jira_precomputations (id text primary key, function_key text not null, function_name text not null, field text not null, operator text not null,
  arguments text not null, value text, error text, until integer, created integer not null, used integer not null, unique (function_key, field, operator, arguments));
create table if not exists jira_options (id text primary key, field_id text not null, value text not null, disabled integer not null, position integer not null);
create index if not exists jira_options_by_field on jira_options (field_id);
create table if not exists jira_link_types (id text primary key, name text not null, inward text not null, outward text not null);
create table if not exists jira_roles (id integer primary key, name text not null unique);
create table if not exists jira_projects (id integer primary key, key text not null unique, name text not null, description text not null, type text not null,
  lead text, last_number integer not null default 0);
create table if not exists jira_project_types (project_id integer not null, issue_type_id text not null, workflow_id text not null, position integer not null,
  primary key (project_id, issue_type_id));
create table if not exists jira_screens (project_id integer not null, issue_type_id text not null, field_id text not null, required integer not null,
  position integer not null, primary key (project_id, issue_type_id, field_id));
create table if not exists jira_security_levels (id text primary key, project_id integer not null, name text not null, description text not null);
create table if not exists jira_security_members (level_id text not null, holder text not null, who text not null, primary key (level_id, holder, who));
create table if not exists jira_request_types (id text primary key, project_id integer not null, issue_type_id text not null, name text not null, description text not null);
create table if not exists jira_components (id integer primary key autoincrement, project_id integer not null, name text not null);
create table if not exists jira_role_actors (project_id integer not null, role_id integer not null, kind text not null, who text not null,
  primary key (project_id, role_id, kind, who));
create table if not exists jira_grants (project_id integer not null, permission text not null, holder text not null, who text not null,
  primary key (project_id, permission, holder, who));
create table if not exists jira_global_grants (permission text not null, holder text not null, who text not null, primary key (permission, holder, who));
create table if not exists jira_issues (id integer primary key autoincrement, key text not null unique, number integer not null, project_id integer not null,
  type_id text not null, status_id text not null, security_id text, priority_id text, resolution_id text, assignee text, reporter text, creator text,
  summary text not null, description text, environment text, parent_id integer, created integer not null, updated integer not null, resolved integer, due text,
  status_changed integer not null, labels text not null default '[]', components text not null default '[]', fields text not null default '{}');
create index if not exists jira_issues_by_project on jira_issues (project_id, number);
create index if not exists jira_issues_by_assignee on jira_issues (assignee);
create index if not exists jira_issues_by_reporter on jira_issues (reporter);
create index if not exists jira_issues_by_status on jira_issues (status_id);
create index if not exists jira_issues_by_updated on jira_issues (updated);
create index if not exists jira_issues_by_parent on jira_issues (parent_id);
create virtual table if not exists jira_text using fts5 (summary, body, tokenize = 'unicode61');
create table if not exists jira_changes (id integer primary key autoincrement, issue_id integer not null, author text, created integer not null, items text not null);
create index if not exists jira_changes_by_issue on jira_changes (issue_id, created, id);
create table if not exists jira_comments (id integer primary key autoincrement, issue_id integer not null, author text, editor text, created integer not null,
  updated integer not null, body text not null, visibility text, internal integer not null);
create index if not exists jira_comments_by_issue on jira_comments (issue_id, created, id);
create table if not exists jira_attachments (id integer primary key autoincrement, issue_id integer not null, filename text not null, mime_type text not null,
  author text, created integer not null, bytes blob not null, internal integer not null);
create index if not exists jira_attachments_by_issue on jira_attachments (issue_id);
create table if not exists jira_properties (entity text not null, entity_id text not null, key text not null, value text not null, primary key (entity, entity_id, key));
create index if not exists jira_properties_by_key on jira_properties (entity, key);
create table if not exists jira_links (id integer primary key autoincrement, type_id text not null, outward integer not null, inward integer not null);
create index if not exists jira_links_by_outward on jira_links (outward);
create index if not exists jira_links_by_inward on jira_links (inward);
create table if not exists jira_watchers (issue_id integer not null, account_id text not null, primary key (issue_id, account_id));
create table if not exists jira_mails (id integer primary key autoincrement, issue_key text not null, kind text not null, sender text, account_id text not null,
  subject text not null, body text not null, created integer not null);
create table if not exists jira_former_keys (key text primary key, issue_id integer not null);
