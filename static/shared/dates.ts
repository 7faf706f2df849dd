import { viewer } from './context';

type Moment = number | string | Date;
type Options = Intl.DateTimeFormatOptions;

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(moment: Moment, zone: string, options: Options): string {
  const { formatLocale } = viewer();
  const key = JSON.stringify([formatLocale, zone, options]);
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(formatLocale, { ...options, timeZone: zone });
  formatters.set(key, formatter);
  return formatter.format(new Date(moment));
}

/** `09:00` where the day has 24 hours, `9:00 AM` where it has twice twelve. */
const hourStyle = (): '2-digit' | 'numeric' =>
  new Intl.DateTimeFormat(viewer().formatLocale, { hour: 'numeric' }).resolvedOptions().hour12 === true
    ? 'numeric'
    : '2-digit';

const sameYear = (moment: Moment, zone: string): boolean => {
  const year = (at: Moment): string => todayThere(new Date(at).getTime(), zone).slice(0, 4);
  return year(moment) === year(Date.now());
};

/** Day and time with the weekday, in the viewer's zone or another: `Thu, 16 Jul, 16:00`. The year appears when it is not this one. */
export const formatDateTime = (moment: Moment, zone: string = viewer().zone): string =>
  format(moment, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: hourStyle(),
    minute: '2-digit',
    ...(sameYear(moment, zone) ? {} : { year: 'numeric' }),
  });

/** Day without time, in the viewer's zone or another. */
export const formatDate = (moment: Moment, zone: string = viewer().zone): string =>
  format(moment, zone, { day: 'numeric', month: 'short', year: 'numeric' });

/** Day with the weekday, without the year, in the viewer's zone: `Thu, 16 Jul`. */
export const formatDay = (moment: Moment): string =>
  format(moment, viewer().zone, { weekday: 'short', day: 'numeric', month: 'short' });

/** A calendar date (`YYYY-MM-DD`) that belongs to no zone. */
export const formatLocalDate = (date: string): string => formatDate(`${date}T12:00:00Z`, 'UTC');

/** Time of day, in the viewer's zone or another. */
export const formatTime = (moment: Moment, zone: string = viewer().zone): string =>
  format(moment, zone, { hour: hourStyle(), minute: '2-digit' });

/** Whether two zones show another wall clock at an instant. */
export function zonesDiffer(moment: Moment, zone: string, other: string = viewer().zone): boolean {
  const wall = (each: string): string =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: each }).format(
      new Date(moment),
    );
  return wall(zone) !== wall(other);
}

/** A zone as people name it at an instant: `GMT+3`, `CEST`. */
export function zoneLabel(zone: string, moment: Moment): string {
  const parts = new Intl.DateTimeFormat(viewer().formatLocale, {
    timeZone: zone,
    timeZoneName: 'short',
  }).formatToParts(new Date(moment));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** Today in the viewer's zone, `YYYY-MM-DD`. */
export const todayThere = (now: number, zone: string = viewer().zone): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(now));

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago or ahead, in one unit: `2 days ago`, `in 3 hours`; less than a minute is `now`. */
export function formatRelative(moment: Moment, now: number): string {
  const relative = new Intl.RelativeTimeFormat(viewer().formatLocale, { numeric: 'auto' });
  const delta = new Date(moment).getTime() - now;
  const unit = UNITS.find(([, ms]) => Math.abs(delta) >= ms);
  return unit ? relative.format(Math.trunc(delta / unit[1]), unit[0]) : relative.format(0, 'second');
}
