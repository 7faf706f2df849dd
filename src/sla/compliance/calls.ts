import * as v from 'valibot';
import { call, needs } from '../../platform/identity/caller';
import { recalculationAnswer } from '../definitions/domain/answers/changes';
import { complianceAnswer } from './domain/answers';
import { enterValue, reviewPeriod } from './by-hand';
import { countPeriod, measureFinished } from './counting';
import { complianceOf } from './compliance-of';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const ofPeriod = { agreementId: id, period: v.pipe(v.string(), v.regex(/^\d{4}-[\dQ-]{2,5}$/)) };
const note = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** Money and promises between two parties: SLA managers work on them, auditors look at them. */
export const complianceCalls = {
  'sla.compliance': call({
    payload: v.object({ agreementId: id }),
    answer: complianceAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: ({ agreementId }, caller) => complianceOf(agreementId, caller.now),
  }),

  /** Counts a period again, by the agreement as it stands. Small sites have the answer at once. BAD_REQUEST once reviewed. */
  'sla.countPeriod': call({
    payload: v.object(ofPeriod),
    answer: complianceAnswer,
    authorise: needs('slaManager'),
    run: countPeriod,
  }),

  /**
   * Makes records of work items that had finished before the app followed them, or before a metric was made, and changed
   * since the period began. In the background, as a recalculation; it tells nobody.
   */
  'sla.measureFinished': call({
    payload: v.object(ofPeriod),
    answer: recalculationAnswer,
    authorise: needs('slaManager'),
    run: measureFinished,
  }),

  /** The value of a commitment that people enter; earlier ones are kept. BAD_REQUEST once reviewed. */
  'sla.enterValue': call({
    payload: v.object({ ...ofPeriod, commitmentId: id, value: v.pipe(v.number(), v.finite()), note }),
    answer: complianceAnswer,
    authorise: needs('slaManager'),
    run: enterValue,
  }),

  /** Freezes a period that has ended and was counted since. */
  'sla.reviewPeriod': call({
    payload: v.object({ ...ofPeriod, note }),
    answer: complianceAnswer,
    authorise: needs('slaManager'),
    run: reviewPeriod,
  }),
};
