import { type Clock, type Db } from '../../kernel/types.ts';
import { createEventHub, type EventHub } from '../shared/events.ts';
import { openSql, type Sql } from '../shared/sql.ts';
import { createUsers, type Users } from '../users/directory.ts';
import { NUMBERED, SCHEMA } from './schema.ts';
import { seedDefaults } from './seed/defaults.ts';
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

/** Opens Jira's tables in the database, creating what is absent. */
export function openSite({ db, clock, baseUrl }: JiraOptions): Site {
  const sql = openSql(db);
  sql.exec(SCHEMA);
  for (const table of NUMBERED) {
    sql.run(
      `insert into sqlite_sequence (name, seq) select ?, 9999 where not exists (select 1 from sqlite_sequence where name = ?)`,
      [table, table],
    );
  }
  seedDefaults(sql);
  return {
    sql,
    clock,
    baseUrl,
    users: createUsers(db),
    events: createEventHub(),
    hooks: { globalPermissions: [], projectPermissions: [], entityProperties: [], jqlFunctions: [] },
  };
}
