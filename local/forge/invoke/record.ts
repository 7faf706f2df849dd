import type { Db } from '../../kernel/types';

export type InvocationKind = 'resolver' | 'trigger' | 'consumer' | 'scheduled' | 'function';

export interface RestCall {
  readonly remote: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** Everything one invocation cost and did, as the inspector and the benchmarks read it. */
export interface InvocationRecord {
  readonly id: string;
  readonly functionKey: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  /** Account id of the user, or null for the system. */
  readonly actor: string | null;
  /** What was asked: the resolver's key, the event type, the queue. */
  readonly name: string;
  /** Site time, UTC milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly heapBytes: number;
  readonly memoryMb: number;
  /** True when its process had served nobody before, so that the app was evaluated for it. */
  readonly cold: boolean;
  readonly outcome: 'ok' | 'error' | 'timeout' | 'crash' | 'memory' | 'refused';
  readonly error: string | null;
  readonly storage: {
    readonly calls: number;
    readonly reads: number;
    readonly writes: number;
    readonly readBytes: number;
    readonly writtenBytes: number;
    /** Units of 10 KB, rounded up for each request, as the rate limits count them. */
    readonly readUnits: number;
    readonly writeUnits: number;
  };
  readonly queuePushes: number;
  readonly rest: readonly RestCall[];
  readonly log: readonly string[];
}

const KEPT = 5000;
const PRUNE_EVERY = 500;

/** Keeps the latest invocations. */
export class InvocationLog {
  private readonly insert;
  private readonly latest;
  private added = 0;

  constructor(private readonly db: Db) {
    this.insert = db.prepare(
      'INSERT INTO forge_invocation (id, function_key, kind, module_key, actor, name, started_at, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.latest = db.prepare('SELECT record FROM forge_invocation ORDER BY rowid DESC LIMIT ?');
  }

  add(record: InvocationRecord): void {
    const { id, functionKey, kind, moduleKey, actor, name, startedAt } = record;
    this.insert.run(id, functionKey, kind, moduleKey, actor, name, startedAt, JSON.stringify(record));
    this.added += 1;
    if (this.added % PRUNE_EVERY === 0) {
      this.db.exec(
        `DELETE FROM forge_invocation WHERE rowid <= (SELECT MAX(rowid) FROM forge_invocation) - ${KEPT}`,
      );
    }
  }

  /** Newest first. */
  list(limit: number): readonly InvocationRecord[] {
    return this.latest
      .all(limit)
      .map((row) => JSON.parse((row as { readonly record: string }).record) as InvocationRecord);
  }

  clear(): void {
    this.db.exec('DELETE FROM forge_invocation');
  }
}
