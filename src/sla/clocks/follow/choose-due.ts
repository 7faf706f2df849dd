/** What acts of what is due: levels that had passed before their clock began are a matter of policy. */
import type { DueEscalations, PlannedInstant } from '../../engine/replay/escalation';
import type { LateStart } from '../../definitions/domain/policy/model';
import { type Act, isDeferred } from '../record/record';

type Acts = Readonly<Record<string, Act>>;

/** Whether a policy has to be asked before something acts. */
export const hasLateStart = (acts: Acts): boolean => Object.values(acts).includes('p');

export interface Chosen extends DueEscalations {
  /** Others wait for their turn behind these. */
  readonly more: boolean;
}

/**
 * What acts now of what is due. Of several levels of a clock the highest, as ever; of those that had passed before it began
 * none, the same one for all, or each, the earliest first.
 */
export function chooseDue({ fire, skip }: DueEscalations, acts: Acts, lateStart: LateStart): Chosen {
  const isLate = ({ key }: PlannedInstant): boolean => acts[key] === 'p';
  const chosen = fire.map((highest) => {
    const below = skip.filter(
      ({ metricId, cycle }) => metricId === highest.metricId && cycle === highest.cycle,
    );
    const due = [...below, highest];
    if (lateStart === 'silent' && due.some(isLate)) {
      const others = due.filter((each) => !isLate(each));
      return { fire: others.slice(-1), skip: [...due.filter(isLate), ...others.slice(0, -1)], more: false };
    }
    if (lateStart === 'each' && due.some(isLate)) {
      const [first, ...rest] = due.filter(({ key }) => !isDeferred(acts[key]));
      return { fire: first === undefined ? [] : [first], skip: [], more: rest.length > 0 };
    }
    return { fire: [highest], skip: below, more: false };
  });
  return {
    fire: chosen.flatMap((each) => each.fire),
    skip: chosen.flatMap((each) => each.skip),
    more: chosen.some(({ more }) => more),
  };
}
