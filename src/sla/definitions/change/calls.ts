import * as v from 'valibot';
import { anyone, call, needs } from '../../../platform/identity/caller';
import { issuesSeen } from '../../../platform/jira/issues/issue-access';
import {
  appliedAnswer,
  assessedAnswer,
  changeLogAnswer,
  changesAnswer,
  type CycleChange,
  dryRunAnswer,
  dryRunStarted,
  openCountsAnswer,
  planSchema,
  recalculationAnswer,
  targetSchema,
} from '../domain/answers/changes';
import { whole } from '../../../kernel/answers';
import { bulkPorts, cancelBackfill, resumeBackfill } from '../../clocks/sync/forge-ports';
import { recalculation } from '../../clocks/sync/progress';
import { applyChange, assessChange, rollBack } from './apply';
import { readStoredDefinitions } from '../stored/definitions-store';
import { countOpen } from './count-open';
import { changeLog, changes, dryRun, startDryRun } from './dry-runs';

/** Counts are of the whole site; a row names its work item, so only those the caller may browse are told. */
async function readable<T extends { readonly rows: readonly CycleChange[] }>(answer: T): Promise<T> {
  const seen = await issuesSeen(answer.rows.map(({ issueId }) => issueId));
  return { ...answer, rows: answer.rows.filter(({ issueId }) => seen.has(issueId)) };
}

const nothing = v.object({});
/** Every preset of a set-up, and a calendar of its own. */
const MOST_COUNTED = 10;
const version = v.pipe(v.number(), v.integer(), v.minValue(0));
const proposed = { version, target: targetSchema };

/** Changing definitions safely. Everybody may ask whether numbers are being recalculated; it tells nothing of any work item. */
export const changeCalls = {
  /** What a change touches, before anything is computed. CONFLICT and INVALID_DEFINITION as for a save. */
  'sla.assessChange': call({
    payload: v.object(proposed),
    answer: assessedAnswer,
    authorise: needs('slaManager'),
    run: (wanted, caller) => assessChange(wanted.version, wanted.target, caller),
  }),

  /** Replays real work items with both rules. Small sites get the whole answer at once; ask `sla.dryRun` for the rest. */
  'sla.startDryRun': call({
    payload: v.object({ ...proposed, plan: planSchema }),
    answer: dryRunStarted,
    authorise: needs('slaManager'),
    run: async (wanted, caller) => ({
      dryRun: await readable(await startDryRun(wanted.version, wanted.target, wanted.plan, caller)),
    }),
  }),

  'sla.dryRun': call({
    payload: v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
    answer: dryRunAnswer,
    authorise: needs('slaManager'),
    run: async ({ id }) => {
      const run = await dryRun(id);
      return { dryRun: run === null ? null : await readable(run) };
    },
  }),

  /** Counts of the whole site, a page of work items a call: what SLAs that are not there yet would start on. */
  'sla.countOpen': call({
    payload: v.object({
      metrics: v.pipe(v.array(whole<object>()), v.minLength(1), v.maxLength(MOST_COUNTED)),
      calendars: v.pipe(v.array(whole<object>()), v.maxLength(MOST_COUNTED)),
      pageToken: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
    }),
    answer: openCountsAnswer,
    authorise: needs('slaManager'),
    run: async (wanted, { now }) => {
      const { definitions } = await readStoredDefinitions();
      return countOpen(bulkPorts, wanted, definitions, now);
    },
  }),

  'sla.applyChange': call({
    payload: v.object({ ...proposed, plan: planSchema }),
    answer: appliedAnswer,
    authorise: needs('slaManager'),
    run: (wanted, caller) => applyChange(wanted.version, wanted.target, wanted.plan, caller),
  }),

  /** The latest changes, newest first, and the recalculation under way or last done. */
  'sla.changes': call({
    payload: nothing,
    answer: changesAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: (_, caller) => changes(caller.now),
  }),

  /** What the recalculation of a change did to each cycle, for seven days. */
  'sla.changeLog': call({
    payload: v.object({ version, page: version }),
    answer: changeLogAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: async (wanted, caller) => readable(await changeLog(wanted.version, wanted.page, caller.now)),
  }),

  /** Restores the definitions before a change as a new version, and the records with them. For seven days. */
  'sla.rollBack': call({
    payload: v.object({ version, undo: v.pipe(version, v.minValue(1)) }),
    answer: appliedAnswer,
    authorise: needs('slaManager'),
    run: (wanted, caller) => rollBack(wanted.version, wanted.undo, caller),
  }),

  /** The one call for whoever shows numbers of records: are they being recalculated, and how far is it? */
  'sla.recalculation': call({
    payload: nothing,
    answer: recalculationAnswer,
    authorise: anyone,
    run: async () => ({ recalculation: await recalculation() }),
  }),

  'sla.cancelRecalculation': call({
    payload: nothing,
    answer: recalculationAnswer,
    authorise: needs('slaManager'),
    run: async () => {
      await cancelBackfill();
      return { recalculation: await recalculation() };
    },
  }),

  /** Goes on with one that was cancelled or failed. */
  'sla.resumeRecalculation': call({
    payload: nothing,
    answer: recalculationAnswer,
    authorise: needs('slaManager'),
    run: async () => {
      await resumeBackfill();
      return { recalculation: await recalculation() };
    },
  }),
};
