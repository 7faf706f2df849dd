import * as v from 'valibot';
import {
  applyChange,
  assessChange,
  cancelBackfill,
  changeLog,
  changes,
  dryRun,
  planSchema,
  recalculation,
  resumeBackfill,
  rollBack,
  startDryRun,
  targetSchema,
} from '../../sla';
import type { CycleChange, SlaChangeCalls } from '../../sla/change/contract';
import { issuesSeen } from '../../platform/jira/issue-access';
import { anyone, needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';

/** Counts are of the whole site; a row names its work item, so only those the caller may browse are told. */
async function readable<T extends { readonly rows: readonly CycleChange[] }>(answer: T): Promise<T> {
  const seen = await issuesSeen(answer.rows.map(({ issueId }) => issueId));
  return { ...answer, rows: answer.rows.filter(({ issueId }) => seen.has(issueId)) };
}

const nothing = v.object({});
const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const proposed = { version, target: targetSchema };

/** Changing definitions safely. Everybody may ask whether numbers are being recalculated; it tells nothing of any work item. */
export const slaChangeResolvers: HandlersOf<SlaChangeCalls> = {
  'sla.assessChange': handle({
    name: 'sla.assessChange',
    payload: v.object(proposed),
    authorise: needs('slaManager'),
    run: (wanted, caller) => assessChange(wanted.version, wanted.target, caller),
  }),

  'sla.startDryRun': handle({
    name: 'sla.startDryRun',
    payload: v.object({ ...proposed, plan: planSchema }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => ({
      dryRun: await readable(await startDryRun(wanted.version, wanted.target, wanted.plan, caller)),
    }),
  }),

  'sla.dryRun': handle({
    name: 'sla.dryRun',
    payload: v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
    authorise: needs('slaManager'),
    run: async ({ id }) => {
      const run = await dryRun(id);
      return { dryRun: run === null ? null : await readable(run) };
    },
  }),

  'sla.applyChange': handle({
    name: 'sla.applyChange',
    payload: v.object({ ...proposed, plan: planSchema }),
    authorise: needs('slaManager'),
    run: (wanted, caller) => applyChange(wanted.version, wanted.target, wanted.plan, caller),
  }),

  'sla.changes': handle({
    name: 'sla.changes',
    payload: nothing,
    authorise: needs('slaManager', 'auditor'),
    run: (_, caller) => changes(caller.now),
  }),

  'sla.changeLog': handle({
    name: 'sla.changeLog',
    payload: v.object({ version, page: version }),
    authorise: needs('slaManager', 'auditor'),
    run: async (wanted, caller) => readable(await changeLog(wanted.version, wanted.page, caller.now)),
  }),

  'sla.rollBack': handle({
    name: 'sla.rollBack',
    payload: v.object({ version, undo: v.pipe(version, v.minValue(1)) }),
    authorise: needs('slaManager'),
    run: (wanted, caller) => rollBack(wanted.version, wanted.undo, caller),
  }),

  'sla.recalculation': handle({
    name: 'sla.recalculation',
    payload: nothing,
    authorise: anyone,
    run: async () => ({ recalculation: await recalculation() }),
  }),

  'sla.cancelRecalculation': handle({
    name: 'sla.cancelRecalculation',
    payload: nothing,
    authorise: needs('slaManager'),
    run: async () => {
      await cancelBackfill();
      return { recalculation: await recalculation() };
    },
  }),

  'sla.resumeRecalculation': handle({
    name: 'sla.resumeRecalculation',
    payload: nothing,
    authorise: needs('slaManager'),
    run: async () => {
      await resumeBackfill();
      return { recalculation: await recalculation() };
    },
  }),
};
