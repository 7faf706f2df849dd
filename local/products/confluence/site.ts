import path from 'node:path';
import { type Clock, type Db } from '../../kernel/types.ts';
import { createEventHub, type EventHub } from '../shared/events.ts';
import { openSql, type Sql } from '../shared/sql.ts';
import { type Users } from '../users/directory.ts';

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

/** Ids start high, as on a real site. */
const NUMBERED = { conf_spaces: 65_536, conf_pages: 131_072, conf_labels: 196_608, conf_properties: 262_144 };

/** Opens Confluence's tables in the database, creating what is absent. */
export function openWiki({ db, clock, baseUrl, users }: ConfluenceOptions): Wiki {
  const sql = openSql(db);
  sql.create(path.join(__dirname, 'schema.sql'), NUMBERED);
  return { sql, clock, baseUrl: `${baseUrl}/wiki`, users, events: createEventHub() };
}
