import type { HealthCode } from './domain/health-codes';
import type { AuditEntry } from '../kernel/audit';
import type { OwnedFinding } from '../kernel/finding';
import type { Role } from '../kernel/names';
import type { Result } from '../kernel/result';
import type { Catalog, Category, Item, Service } from '../catalog/domain/model';
import type { SlaDefinitions } from '../sla/domain/model';
import type { PolicyConfig } from '../sla/domain/policy/model';

export type { AuditEntry };

/** The whole configuration as one document: export, import, demo. */
export interface ConfigDocument {
  readonly pledge: 1;
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  readonly items: readonly Pick<Item, 'id' | 'state' | 'content' | 'replacedBy'>[];
  readonly sla: Pick<SlaDefinitions, 'calendars' | 'holidaySets' | 'metrics' | 'agreements' | 'display'> & {
    /** Quiet hours, the contact person and the limits; absent in older files. */
    readonly policy?: PolicyConfig;
  };
}

/** An entry as its reader may know it. */
export interface ShownAuditEntry extends AuditEntry {
  /** It is about a work item the reader may not browse: neither its name nor what was written is here. */
  readonly withheld?: true;
}

export interface HealthRow extends OwnedFinding<HealthCode> {
  /** Keys of a few work items it is about, of those the reader may browse. */
  readonly issues?: readonly string[];
}

export type SettingsCalls = {
  'settings.me': (payload: Record<string, never>) => Result<{
    accountId: string;
    roles: readonly Role[];
    jiraAdmin: boolean;
    confluence: boolean;
  }>;
  'settings.audit': (payload: {
    cursor?: string;
  }) => Result<{ entries: readonly ShownAuditEntry[]; cursor?: string }>;
  'settings.health': (payload: Record<string, never>) => Result<{
    rows: readonly HealthRow[];
    lastSweep?: string;
    lastReconcile?: string;
    /** When goals, pauses and due times were last counted over all records. */
    lastUsage?: string;
  }>;
  'settings.export': (payload: Record<string, never>) => Result<ConfigDocument>;
  /** Validates everything first; with `dryRun` only tells what would change. Publishes items whose state is `published`. */
  'settings.import': (payload: { document: ConfigDocument; dryRun: boolean }) => Result<{
    created: number;
    updated: number;
    unchanged: number;
    problems: readonly OwnedFinding[];
  }>;
};
