import * as v from 'valibot';
import { countPeriod, enterValue, measureFinished, performanceOf, reviewPeriod } from '../../sla';
import type { SlaPerformanceCalls } from '../../sla/contract';
import { needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const ofPeriod = { agreementId: id, period: v.pipe(v.string(), v.regex(/^\d{4}-[\dQ-]{2,5}$/)) };
const note = v.pipe(v.string(), v.trim(), v.maxLength(500));

/** Money and promises between two parties: SLA managers work on them, auditors look at them. */
export const slaPerformanceResolvers: HandlersOf<SlaPerformanceCalls> = {
  'sla.performance': handle({
    name: 'sla.performance',
    payload: v.object({ agreementId: id }),
    authorise: needs('slaManager', 'auditor'),
    run: ({ agreementId }, caller) => performanceOf(agreementId, caller.now),
  }),

  'sla.countPeriod': handle({
    name: 'sla.countPeriod',
    payload: v.object(ofPeriod),
    authorise: needs('slaManager'),
    run: countPeriod,
  }),

  'sla.measureFinished': handle({
    name: 'sla.measureFinished',
    payload: v.object(ofPeriod),
    authorise: needs('slaManager'),
    run: measureFinished,
  }),

  'sla.enterValue': handle({
    name: 'sla.enterValue',
    payload: v.object({ ...ofPeriod, commitmentId: id, value: v.pipe(v.number(), v.finite()), note }),
    authorise: needs('slaManager'),
    run: enterValue,
  }),

  'sla.reviewPeriod': handle({
    name: 'sla.reviewPeriod',
    payload: v.object({ ...ofPeriod, note }),
    authorise: needs('slaManager'),
    run: reviewPeriod,
  }),
};
