import type { EscalationAction, EscalationLevel } from '../../../src/sla/engine/model';

/** Names of the levels in the admin's language. */
export interface PresetNames {
  readonly warn: string;
  readonly due: string;
  /** `25` → "25 % late". */
  readonly late: (percent: number) => string;
}

const TELL_ASSIGNEE: EscalationAction = { kind: 'comment', to: [{ kind: 'assignee' }] };
const LATE = [25, 50, 100] as const;

/**
 * The usual ladder (sla-rules §9.6): the assignee hears of it at three quarters and when it is due; those who answer for
 * the promise at due, and the project lead too once it is a quarter, a half and a whole target late. Then it stops.
 */
export function presetLevels(names: PresetNames, newId: () => string): readonly EscalationLevel[] {
  const level = (name: string, percent: number, actions: readonly EscalationAction[]): EscalationLevel => ({
    id: newId(),
    name,
    at: { kind: 'percent', percent },
    actions,
  });
  return [
    level(names.warn, 75, [TELL_ASSIGNEE]),
    level(names.due, 100, [TELL_ASSIGNEE, { kind: 'notify', to: [{ kind: 'slaManagers' }] }]),
    ...LATE.map((late) =>
      level(names.late(late), 100 + late, [
        { kind: 'notify', to: [{ kind: 'slaManagers' }, { kind: 'manager' }] },
      ]),
    ),
  ];
}
