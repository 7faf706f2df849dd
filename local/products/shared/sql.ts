import { readFileSync } from 'node:fs';
import { type Db } from '../../kernel/types.ts';

export type Cell = string | number | null;

type Statement = ReturnType<Db['prepare']>;

/** A thin, typed face of the database: cached statements, rows as plain objects, transactions that may nest. */
export interface Sql {
  all<Row>(text: string, params?: readonly Cell[]): Row[];
  one<Row>(text: string, params?: readonly Cell[]): Row | undefined;
  /** Answers the row id of the last insert. */
  run(text: string, params?: readonly (Cell | Uint8Array)[]): number;
  /** Inserts a whole row, a cell for each column in the table's order; what is there already fails, stays or goes. */
  put(table: string, cells: readonly Cell[], known?: 'ignore' | 'replace'): void;
  /** Makes the tables that a file of SQL describes. Rows of the named ones get ids above these, as on a real site. */
  create(file: string, above?: Readonly<Record<string, number>>): void;
  /** Runs all or nothing; inside another transaction it joins that one. */
  tx<T>(work: () => T): T;
}

/** Wraps a libsql database. Statements are prepared once per text. */
export function openSql(db: Db): Sql {
  const prepared = new Map<string, Statement>();
  const statement = (text: string): Statement => {
    const known = prepared.get(text);
    if (known) return known;
    const fresh = db.prepare(text);
    prepared.set(text, fresh);
    return fresh;
  };
  const all = <Row>(text: string, params: readonly Cell[] = []): Row[] =>
    statement(text).all([...params]) as Row[];
  const run: Sql['run'] = (text, params = []) => Number(statement(text).run([...params]).lastInsertRowid);
  return {
    all,
    one: <Row>(text: string, params: readonly Cell[] = []) => all<Row>(text, params)[0],
    run,
    put: (table, cells, known) =>
      void run(
        `insert ${known ? `or ${known}` : ''} into ${table} values (${cells.map(() => '?').join()})`,
        cells,
      ),
    create: (file, above = {}) => {
      db.exec(readFileSync(file, 'utf8'));
      for (const [table, below] of Object.entries(above))
        run(
          'insert into sqlite_sequence (name, seq) select ?, ? where not exists (select 1 from sqlite_sequence where name = ?)',
          [table, below, table],
        );
    },
    tx: (work) => (db.inTransaction ? work() : db.transaction(work)()),
  };
}
