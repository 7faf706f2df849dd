import type { Instant } from '../../engine/model';

/** An instant as Jira indexes dates: ISO, UTC, whole seconds (rounded down). */
export const isoSecond = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
