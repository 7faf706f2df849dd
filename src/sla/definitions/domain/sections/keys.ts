/** Sections whose members stand in lists of the definitions, as findings and the audit name them. */
export const MEMBER_KEYS = ['holidaySet', 'calendar', 'agreement', 'metric'] as const;
export type MemberKey = (typeof MEMBER_KEYS)[number];
