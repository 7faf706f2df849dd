import { formatDuration as format } from '../../src/kernel/duration';
import { viewer } from './context';

/** A duration in its two largest units, rounded down to minutes: `2 days 3 hr`. Days are of 24 hours. */
export const formatDuration = (ms: number): string => format(ms, viewer().formatLocale);
