/** How often an agreement was kept in a period, and what follows from it. */
import type { ComplianceTerms } from '../../engine/model';
import { percentOf, reaches, type Room, roomOf } from './share';
import type { Tally } from './tally';

/** `measured`: there is no target to compare with. */
export type ComplianceState = 'onTrack' | 'atRisk' | 'missed' | 'noData' | 'measured';

export interface Milestone {
  readonly kind: 'atRisk' | 'target';
  readonly percent: number;
  readonly room: Room;
}

export interface Compliance {
  readonly met: number;
  /** Met and breached. */
  readonly counted: number;
  /** Cut to two decimals; `null` while nothing has finished. */
  readonly percent: number | null;
  readonly state: ComplianceState;
  /** The thresholds, the first to be crossed first; none while nothing has finished. */
  readonly milestones: readonly Milestone[];
}

const stateOf = (met: number, counted: number, terms: ComplianceTerms | undefined): ComplianceState => {
  if (counted === 0) return 'noData';
  if (terms === undefined) return 'measured';
  if (!reaches(met, counted, terms.target)) return 'missed';
  return terms.atRisk !== undefined && !reaches(met, counted, terms.atRisk) ? 'atRisk' : 'onTrack';
};

/** Met of met and breached: excused, cancelled and open cycles are no part of it. Compared exactly, never rounded. */
export function complianceOf({ met, breached }: Tally, terms: ComplianceTerms | undefined): Compliance {
  const counted = met + breached;
  const thresholds =
    terms === undefined || counted === 0
      ? []
      : [
          ...(terms.atRisk === undefined || terms.atRisk === terms.target
            ? []
            : [{ kind: 'atRisk' as const, percent: terms.atRisk }]),
          { kind: 'target' as const, percent: terms.target },
        ];
  return {
    met,
    counted,
    percent: percentOf(met, counted),
    state: stateOf(met, counted, terms),
    milestones: thresholds.map((each) => ({ ...each, room: roomOf(met, counted, each.percent) })),
  };
}
