/** What must happen outside the storage after a decision, as it is kept. */

/** One thing to do: its kind says how, its data what about. */
export interface Step {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: 'open' | 'done' | 'failed';
}

/** What follows one decision, in its order. */
export interface StepRow {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  /** Whose decision: `request:<id>`. Of one subject, what was decided first is done first. */
  readonly subject: string;
  readonly decidedAt: string;
  readonly steps: readonly Step[];
  readonly state: 'waiting' | 'failed';
  /** From when it may be claimed: whoever works on it has it to themselves until then. */
  readonly at: string;
  /** Somebody works on it now, as far as `at` is not past. */
  readonly held: boolean;
  /** How often it was claimed after the first try. */
  readonly tries: number;
  /** Since when it is tried. */
  readonly since: string;
  /** Of the last failure: Jira's words, or a code. */
  readonly why?: string;
  /** What people must know who are shown that it failed. */
  readonly about: Readonly<Record<string, string>>;
}

export interface Following {
  readonly id: string;
  readonly subject: string;
  readonly steps: readonly Omit<Step, 'state'>[];
  readonly about: StepRow['about'];
}
