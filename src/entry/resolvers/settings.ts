import * as v from 'valibot';
import { askJira } from '../../catalog';
import { issuesSeen } from '../../platform/jira/issue-access';
import { createFields } from '../../platform/jira/create-meta';
import { failedRequestSteps, issuesOfRequests, leftApprovals, readRefusals } from '../../requests';
import { auditLog, exportConfig, health, importConfig, seenEntries } from '../../settings';
import type { ConfigDocument, SettingsCalls } from '../../settings/contract';
import { exportSlaConfig, importSlaConfig, requestBackfill, slaHealth } from '../../sla';
import { anyone, needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';
import { withIssuesSeen } from './seen-issues';

const nothing = v.object({});

/** Any object: the import itself says what is wrong with it and where. */
const anyDocument = v.custom<ConfigDocument>((value) => typeof value === 'object' && value !== null);

export const settingsResolvers: HandlersOf<SettingsCalls> = {
  'settings.me': handle({
    name: 'settings.me',
    payload: nothing,
    authorise: anyone,
    run: async (_, caller) => {
      const { roles, jiraAdmin } = await caller.standing();
      return { accountId: caller.accountId, roles, jiraAdmin, confluence: caller.confluence };
    },
  }),

  'settings.audit': handle({
    name: 'settings.audit',
    payload: v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))) }),
    authorise: needs('auditor'),
    run: async ({ cursor }, caller) => {
      const page = await auditLog(cursor, caller.now);
      return { ...page, entries: await seenEntries(page.entries, { issuesOfRequests, issuesSeen }) };
    },
  }),

  'settings.health': handle({
    name: 'settings.health',
    payload: nothing,
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

  'settings.export': handle({
    name: 'settings.export',
    payload: nothing,
    authorise: needs('admin'),
    run: () => exportConfig(exportSlaConfig),
  }),

  'settings.import': handle({
    name: 'settings.import',
    payload: v.object({ document: anyDocument, dryRun: v.boolean() }),
    authorise: needs('admin'),
    run: ({ document, dryRun }, caller) =>
      importConfig(document, dryRun, caller, {
        importSla: importSlaConfig,
        requestBackfill: async (since) => void (await requestBackfill('imported', since)),
      }),
  }),
};
