import { type Clock, type Db } from '../../kernel/types.ts';
import { createEventHub, type EventHub } from '../shared/events.ts';
import { openSql, type Sql } from '../shared/sql.ts';
import { type Users } from '../users/directory.ts';
import { NUMBERED, SCHEMA } from './schema.ts';

export interface ConfluenceOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** Where links of answers point, without `/wiki`. */
  readonly baseUrl: string;
  readonly users: Users;
}

/** What every part of Confluence works with. */
export interface Wiki {
  readonly sql: Sql;
  readonly clock: Pick<Clock, 'now'>;
  readonly baseUrl: string;
  readonly users: Users;
  readonly events: EventHub;
}

/** Opens Confluence's tables in the database, creating what is absent. */
export function openWiki({ db, clock, baseUrl, users }: ConfluenceOptions): Wiki {
  const sql = openSql(db);
  sql.exec(SCHEMA);
  for (const [table, first] of Object.entries(NUMBERED)) {
    sql.run(
      'insert into sqlite_sequence (name, seq) select ?, ? where not exists (select 1 from sqlite_sequence where name = ?)',
      [table, first, table],
    );
  }
  return { sql, clock, baseUrl: `${baseUrl}/wiki`, users, events: createEventHub() };
}
