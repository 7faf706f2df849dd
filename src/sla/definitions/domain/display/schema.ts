import * as v from 'valibot';
import { type Band, DEFAULT_BANDS, type SlaDisplay } from './model';
import { code } from '../../../engine/model/code';

/** Fields of the site's own making: those of Jira's that could hold a team are all of them custom fields. */
export const groupFieldSchema = v.pipe(v.string(), v.regex(/^customfield_\d{1,18}$/));

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
/** A clock enters a band with so little of its target left, or with so little working time left; 0 switches a limit off. */
export const bandSchema = v.object({ percent: whole(100), minutes: whole(100_000) });

/** Attention comes first, or with the warning: a limit that is off comes never. */
const comesFirst = (attention: Band, warning: Band): boolean =>
  (['percent', 'minutes'] as const).every(
    (limit) => attention[limit] === 0 || attention[limit] >= warning[limit],
  );

export const bandsSchema = v.pipe(
  v.object({ attention: bandSchema, warning: bandSchema }),
  v.check(({ attention, warning }) => comesFirst(attention, warning), code('ATTENTION_TOO_LATE')),
);

/** How clocks and dates are shown. */
export const SHOWN = {
  /** Whether clocks say that they are likely to be breached. */
  forecasts: v.optional(v.boolean(), true),
  /** Of the week, in calendars to pick a date from; `locale` as the reader's own has it. */
  firstDay: v.optional(v.picklist(['locale', 'mon', 'sat', 'sun']), 'locale'),
};

export const MOST_ADDED = 10;
/** Besides English, which every text has, and Russian, which the app's own screens are in too. */
const addedLanguages = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^(?!en$|ru$)[a-z]{2,3}$/))),
  v.maxLength(MOST_ADDED),
  v.check((languages) => new Set(languages).size === languages.length),
);

/** What an SLA manager may save. A setting is a line of its group. */
export const displaySchema = v.object({
  /**
   * The Jira field that holds the team or group that works on an issue; null for none. Left out: Jira's own Team field, where
   * the site has one.
   */
  groupField: v.optional(v.nullable(groupFieldSchema)),
  /** When a running clock turns from calm to attention, and to a warning. */
  bands: v.optional(bandsSchema, DEFAULT_BANDS),
  ...SHOWN,
  /** What texts may be written in beside English and Russian, in the order of their inputs. */
  languages: v.optional(addedLanguages, []),
});

/** What holds before anything was saved. */
export const DEFAULT_DISPLAY: SlaDisplay = v.parse(displaySchema, {});
