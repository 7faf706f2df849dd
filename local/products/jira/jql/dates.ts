import { tz } from '@date-fns/tz';
import {
  endOfDay,
  endOfMonth,
  endOfWeek,
  endOfYear,
  startOfDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import { type Operand, QueryError } from './ast.ts';

export interface DateFrame {
  readonly now: number;
  /** IANA zone of the person asking. */
  readonly zone: string;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `-2h`, `3d`, `1w 2d` in milliseconds; undefined for anything else. */
export function offsetIn(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+[mhdw]\s*)+)$/.exec(text.trim());
  if (!match) return undefined;
  const size = [...(match[2] ?? '').matchAll(/(\d+)([mhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
  return match[1] === '-' ? -size : size;
}

const FUNCTIONS: Readonly<Record<string, (at: number, zone: string) => Date>> = {
  now: (at) => new Date(at),
  startofday: (at, zone) => startOfDay(at, { in: tz(zone) }),
  endofday: (at, zone) => endOfDay(at, { in: tz(zone) }),
  startofweek: (at, zone) => startOfWeek(at, { in: tz(zone) }),
  endofweek: (at, zone) => endOfWeek(at, { in: tz(zone) }),
  startofmonth: (at, zone) => startOfMonth(at, { in: tz(zone) }),
  endofmonth: (at, zone) => endOfMonth(at, { in: tz(zone) }),
  startofyear: (at, zone) => startOfYear(at, { in: tz(zone) }),
  endofyear: (at, zone) => endOfYear(at, { in: tz(zone) }),
};

function localInstant(text: string, zone: string): number | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  if (month === undefined || month < 1 || month > 12 || day === undefined || day < 1 || day > 31)
    return undefined;
  return zoned(zone, year ?? 0, month - 1, day, hour ?? 0, minute ?? 0);
}

function zoned(zone: string, year: number, month: number, day: number, hour: number, minute: number): number {
  const date = tz(zone)(0);
  date.setFullYear(year, month, day);
  date.setHours(hour, minute, 0, 0);
  return date.getTime();
}

/** The instant an operand names: a date in the asker's zone, an offset from now, or a date function with an optional offset. */
export function instantOf(operand: Operand, field: string, { now, zone }: DateFrame): number {
  if (operand.kind === 'function') {
    const start = FUNCTIONS[operand.name.toLowerCase()];
    if (!start)
      throw new QueryError(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`);
    const offset = operand.args[0] === undefined ? 0 : offsetIn(operand.args[0]);
    if (offset === undefined)
      throw new QueryError(
        `The value '${operand.args[0] ?? ''}' for function '${operand.name}' is not a valid offset.`,
      );
    return start(now, zone).getTime() + offset;
  }
  const text = operand.kind === 'value' ? operand.text : '';
  const offset = offsetIn(text);
  if (offset !== undefined) return now + offset;
  const absolute =
    localInstant(text, zone) ?? (/^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN);
  if (!Number.isNaN(absolute)) return absolute;
  throw new QueryError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}
