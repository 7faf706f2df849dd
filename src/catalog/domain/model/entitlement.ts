/** Who may see and order. */
import type { AccountId } from './text';

/** Groups by name or id, and people. */
export interface People {
  readonly groups: readonly string[];
  readonly users: readonly AccountId[];
}

/** People by group and name, and by what People and their profiles say of them: each entry adds its own. */
export interface Audience extends People {
  readonly places?: readonly string[];
  readonly departments?: readonly string[];
  readonly teams?: readonly string[];
  /** Those who work for one of these. */
  readonly managers?: readonly AccountId[];
  /** `ru`, `pt`: without the region. */
  readonly languages?: readonly string[];
  /** IANA, of their profiles. */
  readonly zones?: readonly string[];
  /** Those who hold one of these roles. */
  readonly roles?: readonly SpaceRole[];
  /** JQL: those who find a work item with one of these. */
  readonly searches?: readonly string[];
}

/** A role that people hold in a space. */
export interface SpaceRole {
  readonly projectId: string;
  readonly roleId: string;
}

/** Who may see and order: not-available wins; empty `availableFor` is everybody. */
export interface Entitlement {
  readonly availableFor: Audience;
  readonly notAvailableFor: Audience;
  /** The first and the last day (UTC, `YYYY-MM-DD`) on which anybody may. */
  readonly dates?: { readonly from?: string; readonly to?: string };
  /** The calendar in whose working hours alone anybody may. */
  readonly hours?: string;
}
