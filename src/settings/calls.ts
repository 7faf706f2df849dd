/** What screens ask of this subject. */
import * as v from 'valibot';
import { askJira, editsSomething } from '../catalog';
import { anyone, call, needs } from '../platform/identity/caller';
import { issuesSeen } from '../platform/jira/issues/issue-access';
import { failedRequestSteps, issuesOfRequests, leftApprovals, readRefusals } from '../requests';
import { slaHealth } from '../sla';
import { auditLog } from './audit-log';
import { auditAnswer, healthAnswer, meAnswer } from './domain/answers';
import { health } from './health';
import { withIssuesSeen } from './health-seen';
import { sectionCalls } from './section-calls';
import { seenEntries } from './seen-entries';
import { transferCalls } from './transfer/calls';

const nothing = v.object({});

export const settingsCalls = {
  ...sectionCalls,
  ...transferCalls,

  'settings.me': call({
    payload: nothing,
    answer: meAnswer,
    authorise: anyone,
    run: async (_, caller) => {
      const { roles, jiraAdmin } = await caller.standing();
      return { roles, jiraAdmin, edits: await editsSomething(caller), confluence: caller.confluence };
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
          slaHealth: () => slaHealth(caller.now),
          askJira,
          refusals: readRefusals,
          failedSteps: failedRequestSteps,
          leftApprovals,
        }),
      ),
  }),
};
