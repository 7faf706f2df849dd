interface Rule {
  /** How many of so many who are asked must say yes; `wanted` is the step's own number. */
  readonly needs: (asked: number, wanted: number) => number;
  /** Whether one no ends the step; else it ends once too few are left to say yes. */
  readonly oneNoEnds: boolean;
  /** The step has a number of its own. */
  readonly counts: boolean;
}

/** How a step of approval ends. Another rule is an entry here, and its name: `settings.approval.<key>` of the settings' texts. */
export const APPROVAL_RULES = {
  any: { needs: () => 1, oneNoEnds: true, counts: false },
  all: { needs: (asked: number) => asked, oneNoEnds: true, counts: false },
  atLeast: {
    needs: (asked: number, wanted: number) => Math.min(asked, wanted),
    oneNoEnds: false,
    counts: true,
  },
} as const satisfies Readonly<Record<string, Rule>>;
export type ApprovalRule = keyof typeof APPROVAL_RULES;

const RULES: Readonly<Record<ApprovalRule, Rule>> = APPROVAL_RULES;

export const countsOwn = (rule: ApprovalRule): boolean => RULES[rule].counts;

interface Standing {
  readonly rule: ApprovalRule;
  readonly needed?: number | undefined;
  /** How many are asked, and how many of them have said what. */
  readonly asked: number;
  readonly approved: number;
  readonly declined: number;
}

/** How a step stands by its rule. At least one must say yes, whatever the number is. */
export function standingOf({ rule, needed = 1, asked, approved, declined }: Standing) {
  const { needs, oneNoEnds } = RULES[rule];
  const wanted = Math.max(1, needs(asked, needed));
  if (declined > (oneNoEnds ? 0 : asked - wanted)) return 'declined';
  return approved >= wanted ? 'approved' : 'pending';
}
