import type { OwnedFinding } from '../../kernel/finding';

/** What an import of a configuration did, or would do; nothing is stored while there are problems. */
export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly OwnedFinding[];
}

export interface SlaImportOutcome extends ImportOutcome {
  /** Requesters see other metrics than before: what Jira shows of finished work items changes too. */
  readonly reveals: boolean;
}
