import type * as v from 'valibot';
import type { ReadOnly } from '../../../../kernel/read-only';
import type { bandSchema, bandsSchema, displaySchema } from './schema';

/** How clocks are shown, for everybody: no part of what they measure. */
export type SlaDisplay = ReadOnly<v.InferOutput<typeof displaySchema>>;

export type Bands = ReadOnly<v.InferOutput<typeof bandsSchema>>;
export type Band = Readonly<v.InferOutput<typeof bandSchema>>;

export const DEFAULT_BANDS: Bands = {
  attention: { percent: 50, minutes: 0 },
  warning: { percent: 25, minutes: 0 },
};

/** How Jira's own Team field names its type, in its documentation and on sites. */
export const TEAM_TYPES: readonly string[] = [
  'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team',
  'com.atlassian.teams:rm-teams-custom-field-team',
];

/** The field that counts: the chosen one, none, or else the site's Team field. */
export const groupFieldOf = (
  display: Partial<SlaDisplay> | undefined,
  teamField: string | null,
): string | null => (display?.groupField === undefined ? teamField : display.groupField);

/** Whether clocks say that they are likely to be breached. */
export const showsForecasts = (display: Partial<SlaDisplay> | undefined): boolean =>
  display?.forecasts !== false;

const MINUTE_MS = 60_000;

const isWithin = ({ percent, minutes }: Band, remainingMs: number, goalMs: number | null): boolean =>
  (minutes > 0 && remainingMs <= minutes * MINUTE_MS) ||
  (percent > 0 && goalMs !== null && goalMs > 0 && remainingMs * 100 <= percent * goalMs);

/** How near a clock is to its end, by what is left of it in working time. */
export const bandOf = (
  { attention, warning }: Bands,
  remainingMs: number,
  goalMs: number | null,
): 'calm' | 'attention' | 'warning' => {
  if (isWithin(warning, remainingMs, goalMs)) return 'warning';
  return isWithin(attention, remainingMs, goalMs) ? 'attention' : 'calm';
};
