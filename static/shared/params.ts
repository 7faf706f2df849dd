import { longDuration } from '../../src/kernel/duration';
import type { Param, Params } from '../../src/kernel/finding';
import { formatDateTime, formatLocalDate } from './dates';
import { localized, t, type TextParams } from './i18n';

/** What a sentence names, as the viewer writes it; numbers stay numbers, so that plural forms can follow them. */
export const shownParams = (params: Params = {}): TextParams =>
  Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shownParam(param)]));

/** One of them. */
export function shownParam(param: Param): string | number {
  if (typeof param !== 'object') return param;
  switch (param.kind) {
    case 'instant':
      return formatDateTime(param.at);
    case 'date':
      return formatLocalDate(param.date);
    case 'duration':
      return longDuration(param.ms, t);
    case 'text':
      return localized(param.text);
  }
}
