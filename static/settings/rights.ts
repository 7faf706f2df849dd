import type { Role } from '../../src/kernel/names';

/** Who looks at the settings. */
export interface Me {
  readonly roles: readonly Role[];
  readonly jiraAdmin: boolean;
  /** Owns or manages something of the catalog. */
  readonly edits?: boolean;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
}

/** What somebody may see and change here. The backend decides it again with every call. */
export interface Rights {
  readonly readAny: boolean;
  readonly editItems: boolean;
  readonly editSla: boolean;
  readonly readItems: boolean;
  /** All of the catalog, not only what is their own. */
  readonly readCatalog: boolean;
  readonly editCatalog: boolean;
  readonly readHealth: boolean;
  readonly readSla: boolean;
  readonly readAudit: boolean;
  readonly transfer: boolean;
}

export function rightsOf({ roles, jiraAdmin, edits = false }: Omit<Me, 'confluence'>): Rights {
  const has = (...wanted: readonly Role[]) => jiraAdmin || wanted.some((role) => roles.includes(role));
  return {
    readAny: edits || has('admin', 'catalogManager', 'slaManager', 'knowledgeManager', 'auditor'),
    readHealth: has('admin', 'catalogManager', 'slaManager', 'knowledgeManager', 'auditor'),
    readCatalog: has('admin', 'catalogManager', 'auditor'),
    editCatalog: has('admin', 'catalogManager'),
    editItems: edits || has('admin', 'catalogManager'),
    editSla: has('admin', 'slaManager'),
    readItems: edits || has('admin', 'catalogManager', 'auditor'),
    readSla: has('admin', 'slaManager', 'auditor'),
    readAudit: has('admin', 'auditor'),
    transfer: has('admin'),
  };
}
