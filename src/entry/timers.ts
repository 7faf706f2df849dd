/** Everything that falls due, by subject. What is carried out comes before what is planned ahead, which can wait a little. */
import { requestTimers } from '../requests/background';
import { slaTimers } from '../sla/background';
import { stepTimers } from '../work/due-steps';
import type { TimerKind } from '../work/timers';
import { stepRunner } from './steps';

export const TIMERS: readonly TimerKind<unknown>[] = [stepTimers(stepRunner), requestTimers, slaTimers];
