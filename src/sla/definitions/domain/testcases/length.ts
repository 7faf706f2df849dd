/** Lengths of working time as people write them in a test case: `26:30`, with seconds where they matter. */
import type { DurationMs } from '../../../engine/model';

const FORM = /^(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?$/;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Hours and minutes, and seconds only when the length is not whole minutes. */
export const writeLength = (ms: DurationMs): string => {
  const minutes = Math.floor(ms / 60_000);
  const rest = ms % 60_000;
  const seconds = rest === 0 ? '' : `:${pad(Math.floor(rest / 1000))}`;
  const millis = rest % 1000 === 0 ? '' : `.${pad(rest % 1000, 3)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}${seconds}${millis}`;
};

/** What `writeLength` writes; `null` when the text is no length. */
export const readLength = (text: string): DurationMs | null => {
  const found = FORM.exec(text.trim());
  if (!found) return null;
  const [, hours, minutes, seconds = '0', millis = '0'] = found;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(millis);
};
