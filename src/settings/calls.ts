/** What screens ask of this subject. */
import * as v from 'valibot';
import { askJira } from '../catalog';
import { importAnswer, whole } from '../kernel/answers';
import { anyone, call, needs } from '../platform/identity/caller';
import { createFields } from '../platform/jira/issues/create-fields';
import { issuesSeen } from '../platform/jira/issues/issue-access';
import { failedRequestSteps, issuesOfRequests, leftApprovals, readRefusals } from '../requests';
import { exportSlaConfig, importSlaConfig, requestBackfill, slaHealth } from '../sla';
import { auditLog } from './audit-log';
import { auditAnswer, type ConfigDocument, exportAnswer, healthAnswer, meAnswer } from './domain/answers';
import { exportConfig } from './export-config';
import { health } from './health';
import { withIssuesSeen } from './health-seen';
import { importConfig } from './import-config';
import { sectionCalls } from './section-calls';
import { seenEntries } from './seen-entries';

const nothing = v.object({});

export const settingsCalls = {
  ...sectionCalls,

  'settings.me': call({
    payload: nothing,
    answer: meAnswer,
    authorise: anyone,
    run: async (_, caller) => {
      const { roles, jiraAdmin } = await caller.standing();
      return { roles, jiraAdmin, confluence: caller.confluence };
    },
  }),

  'settings.audit': call({
    payload: v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))) }),
    answer: auditAnswer,
    authorise: needs('auditor'),
    run: async ({ cursor }, caller) => {
      const page = await auditLog(cursor, caller.now);
      return { ...page, entries: await seenEntries(page.entries, { issuesOfRequests, issuesSeen }) };
    },
  }),

  'settings.health': call({
    payload: nothing,
    answer: healthAnswer,
    authorise: needs('auditor', 'catalogManager', 'slaManager', 'knowledgeManager'),
    run: async (_, caller) =>
      withIssuesSeen(
        await health({
          createFields,
          slaHealth: () => slaHealth(caller.now),
          askJira,
          refusals: readRefusals,
          failedSteps: failedRequestSteps,
          leftApprovals,
        }),
      ),
  }),

  'settings.export': call({
    payload: nothing,
    answer: exportAnswer,
    authorise: needs('admin'),
    run: () => exportConfig(exportSlaConfig),
  }),

  /** Validates everything first; with `dryRun` only tells what would change. Publishes items whose state is `published`. */
  'settings.import': call({
    // Any object: the import itself says what is wrong with it and where.
    payload: v.object({ document: whole<ConfigDocument>(), dryRun: v.boolean() }),
    answer: importAnswer,
    authorise: needs('admin'),
    run: ({ document, dryRun }, caller) =>
      importConfig(document, dryRun, caller, {
        importSla: importSlaConfig,
        requestBackfill: async (since) => void (await requestBackfill('imported', since)),
      }),
  }),
};
