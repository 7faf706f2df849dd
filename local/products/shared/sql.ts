import { type Db } from '../../kernel/types.ts';

export type Cell = string | number | null;

type Statement = ReturnType<Db['prepare']>;

/** A thin, typed face of the database: cached statements, rows as plain objects, transactions that may nest. */
export interface Sql {
  all<Row>(text: string, params?: readonly Cell[]): Row[];
  one<Row>(text: string, params?: readonly Cell[]): Row | undefined;
  /** Answers the row id of the last insert. */
  run(text: string, params?: readonly Cell[]): number;
  exec(text: string): void;
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
  return {
    all,
    one: <Row>(text: string, params: readonly Cell[] = []) => all<Row>(text, params)[0],
    run: (text, params = []) => Number(statement(text).run([...params]).lastInsertRowid),
    exec: (text) => void db.exec(text),
    tx: (work) => (db.inTransaction ? work() : db.transaction(work)()),
  };
}
