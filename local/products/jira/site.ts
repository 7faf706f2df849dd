import path from 'node:path';
import { type Clock, type Db } from '../../kernel/types.ts';
import { createEventHub, type EventHub } from '../shared/events.ts';
import { openSql, type Sql } from '../shared/sql.ts';
import { createUsers, type Users } from '../users/directory.ts';
import defaults from './seed/defaults.json';
import {
  type EntityProperty,
  type GlobalPermission,
  type JqlFunction,
  type ProjectPermission,
} from '../../kernel/jira-hooks.ts';

export interface JiraOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** Where links of answers point, without a trailing slash. */
  readonly baseUrl: string;
}

/** What every part of Jira works with. */
export interface Site {
  readonly sql: Sql;
  readonly clock: Pick<Clock, 'now'>;
  readonly baseUrl: string;
  readonly users: Users;
  readonly events: EventHub;
  readonly hooks: {
    globalPermissions: readonly GlobalPermission[];
    projectPermissions: readonly ProjectPermission[];
    entityProperties: readonly EntityProperty[];
    jqlFunctions: readonly JqlFunction[];
  };
}

/** Ids of these tables start where Jira's do, so that nobody mistakes an id for a count. */
const NUMBERED = {
  jira_issues: 9999,
  jira_changes: 9999,
  jira_comments: 9999,
  jira_attachments: 9999,
  jira_links: 9999,
  jira_components: 9999,
};

/** Opens Jira's tables in the database, creating what is absent. */
export function openSite({ db, clock, baseUrl }: JiraOptions): Site {
  const sql = openSql(db);
  sql.create(path.join(__dirname, 'schema.sql'), NUMBERED);
  // What every fresh Jira has: priorities, resolutions, link types, issue types and roles. Keeps what is there.
  sql.tx(() => {
    for (const [table, rows] of Object.entries(defaults))
      for (const row of rows) sql.put(table, row, 'ignore');
  });
  return {
    sql,
    clock,
    baseUrl,
    users: createUsers(db),
    events: createEventHub(),
    hooks: { globalPermissions: [], projectPermissions: [], entityProperties: [], jqlFunctions: [] },
  };
}
