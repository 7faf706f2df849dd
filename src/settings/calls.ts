/** What screens ask of this subject. */
import * as v from 'valibot';
import { askJira, editsSomething, namesOfParts } from '../catalog';
import { textsIn } from '../kernel/json';
import { idSchema } from '../catalog/domain/texts/text-schema';
import { anyone, call, needs } from '../platform/identity/caller';
import { portalPath } from '../platform/portal-path';
import { issuesSeen } from '../platform/jira/issues/issue-access';
import { failedRequestSteps, issuesOfRequests, leftApprovals, readRefusals, readUsual } from '../requests';
import { slaHealth } from '../sla';
import { auditLog } from './audit-log';
import { auditAnswer, healthAnswer, meAnswer } from './domain/answers';
import { health } from './health';
import { withIssuesSeen } from './health-seen';
import { sectionCalls } from './sections/section-calls';
import { seenEntries } from './seen-entries';
import { transferCalls } from './transfer/calls';
import { WITHDRAWN, withdrawItem } from './withdraw-item';

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

  /** Where people find the portal: a path of the site. */
  'settings.portal': call({
    payload: nothing,
    answer: v.object({ path: v.string() }),
    authorise: needs('catalogManager'),
    run: async () => ({ path: portalPath() }),
  }),

  /** Undoes the making of an item: away without a trace while nobody has ordered it, else out of the portal. */
  'settings.withdrawItem': call({
    payload: v.object({ itemId: idSchema }),
    answer: v.object({ outcome: v.picklist(WITHDRAWN) }),
    authorise: needs('catalogManager'),
    run: async ({ itemId }, caller) => ({ outcome: await withdrawItem(itemId, caller) }),
  }),

  'settings.audit': call({
    payload: v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))) }),
    answer: auditAnswer,
    authorise: needs('auditor'),
    run: async ({ cursor }, caller) => {
      const page = await auditLog(cursor, caller.now);
      const entries = await seenEntries(page.entries, { issuesOfRequests, issuesSeen });
      const told = entries.flatMap(({ changes }) => changes);
      const ids = new Set(told.flatMap(({ before, after }) => [...textsIn(before), ...textsIn(after)]));
      return { ...page, entries, names: await namesOfParts(ids) };
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
          usual: readUsual,
        }),
      ),
  }),
};
