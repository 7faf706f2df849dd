import { writeLength } from '../../../../src/sla/definitions/domain/testcases/length';

/** Working time in hours and minutes, cut off; never in days, which would hide how long a day is. */
export const hoursText = (ms: number): string => writeLength(Math.floor(ms / 60_000) * 60_000);
