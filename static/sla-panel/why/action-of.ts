/** What of an action's form is sent. */
import type { Limits } from '../../../src/sla/definitions/domain/policy/limits';
import type { ExcuseCategory } from '../../../src/sla/definitions/domain/policy/model';
import type { call } from '../../shared/api';
import type { ExtendFrom } from './extended-due';
import type { ActionKind } from './possible-actions';

type Action = Parameters<typeof call<'sla.act'>>[1]['action'];
export const HOUR_MS = 3_600_000;
/** As the server refuses more: a year. */
const MOST_EXTENSION_HOURS = 8760;

/** What the action is about. */
export interface Target {
  readonly kind: ActionKind;
  readonly metricId: string;
  readonly cycle: number;
}

export interface Wanted {
  readonly reason: string;
  readonly hours: number;
  readonly from: ExtendFrom;
  readonly category: ExcuseCategory;
}

/** The action as the app takes it. */
export const actionOf = (target: Target, { reason, hours, from, category }: Wanted): Action => {
  const { kind, metricId, cycle } = target;
  const ms = Math.round(hours * HOUR_MS);
  switch (kind) {
    case 'pause':
      return { kind, metricId, reason, resumeAt: Date.now() + ms };
    case 'resume':
      return { kind, metricId };
    case 'extend':
      return { kind, metricId, ms, from, reason };
    case 'excuse':
      return { kind, metricId, cycle, category, reason };
  }
};

/** Hours are asked for what moves a promise, a category for what excuses one; `most` is how many this person may give. */
export const hoursAsked = (kind: ActionKind, limits: Limits): number | null => {
  if (kind === 'pause') return limits.pauseHours;
  return kind === 'extend' ? (limits.extendHours ?? MOST_EXTENSION_HOURS) : null;
};
