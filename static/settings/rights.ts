import type { Role } from '../../src/kernel/names';

/** Who looks at the settings. */
export interface Me {
  readonly roles: readonly Role[];
  readonly jiraAdmin: boolean;
  /** Whether Confluence is connected. */
  readonly confluence: boolean;
}

/** What somebody may see and change here. The backend decides it again with every call. */
export interface Rights {
  readonly readAny: boolean;
  readonly editItems: boolean;
  readonly editSla: boolean;
  readonly readItems: boolean;
  readonly readSla: boolean;
  readonly readAudit: boolean;
  readonly transfer: boolean;
}

export function rightsOf({ roles, jiraAdmin }: Pick<Me, 'roles' | 'jiraAdmin'>): Rights {
  const has = (...wanted: readonly Role[]) => jiraAdmin || wanted.some((role) => roles.includes(role));
  return {
    readAny: has('admin', 'catalogManager', 'slaManager', 'knowledgeManager', 'auditor'),
    editItems: has('admin', 'catalogManager'),
    editSla: has('admin', 'slaManager'),
    readItems: has('admin', 'catalogManager', 'auditor'),
    readSla: has('admin', 'slaManager', 'auditor'),
    readAudit: has('admin', 'auditor'),
    transfer: has('admin'),
  };
}
