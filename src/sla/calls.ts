/** What screens ask of this subject: the panel of a work item and the board; the settings' calls stand with what they change. */
import * as v from 'valibot';
import { anyone, call, type Caller, needs, withJira } from '../platform/identity/caller';
import { findIssues } from '../platform/jira/search/find-issues';
import { browsable } from '../platform/jira/issues/issue-access';
import { act } from './clocks/act';
import { board } from './board/board';
import { changeCalls } from './definitions/change/calls';
import { knownOf } from './clocks/comments-of';
import { definitionsCalls } from './definitions/calls';
import { forReplay } from './definitions/stored/for-screens';
import { readStoredDefinitions } from './definitions/stored/definitions-store';
import { readDisplay } from './definitions/stored/display-store';
import { actionSchema } from './definitions/domain/policy/action';
import { boardAnswer } from './board/domain/answers';
import { sampleAnswer } from './definitions/domain/answers/definitions';
import { actedAnswer, definitionsAnswer, issueAnswer } from './clocks/domain/answers';
import type { Fact, MetricDefinition, SlaDefinitions } from './engine/model';
import { withheldMetrics } from './engine/compiled/requesters';
import { forecastCalls } from './forecast/calls';
import { recomputeIssue } from './clocks/handle-event';
import { bulkPorts } from './clocks/sync/forge-ports';
import { complianceCalls } from './compliance/calls';
import { readPolicy } from './definitions/stored/policy-store';
import { limitsFor, rightsOf, seesEveryClock } from './clocks/rights';
import { slaPorts } from './clocks/follow/forge-ports';
import { categoriesOfSite } from './clocks/follow/status-categories';
import { sampleHistories } from './definitions/simulate';
import { whole } from '../kernel/answers';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A browser asks Jira for the statuses there are; what those that are gone meant it learns from the app. */
const withStatuses = async (definitions: SlaDefinitions): Promise<SlaDefinitions> => ({
  ...definitions,
  statusCategories: await categoriesOfSite(),
});

/** What was done by hand to a clock that requesters do not see is none of theirs. */
const toldOf = (facts: readonly Fact[], definitions: SlaDefinitions): readonly Fact[] => {
  const withheld = withheldMetrics(definitions);
  return facts.filter((fact) => !('metricId' in fact && withheld.has(fact.metricId ?? '')));
};

const onBrowsableIssue = async (_: Caller, { issueId }: { readonly issueId: string }): Promise<void> => {
  await browsable(issueId);
};

export const slaCalls = {
  ...changeCalls,
  ...definitionsCalls,
  ...forecastCalls,
  ...complianceCalls,

  /** The definitions, unless the caller already has that version. `part`: it has only what requesters may see of it. */
  'sla.definitions': call({
    payload: v.object({ version: v.optional(version), part: v.optional(v.boolean(), false) }),
    answer: definitionsAnswer,
    authorise: withJira,
    run: async (known, caller) => {
      const [{ definitions }, display] = await Promise.all([readStoredDefinitions(), readDisplay()]);
      const toAgent = withheldMetrics(definitions).size === 0 || seesEveryClock(await caller.standing());
      const answer = forReplay(definitions, toAgent);
      const same = known.version === definitions.version && known.part === (answer.part ?? false);
      return {
        version: definitions.version,
        display,
        ...(same ? {} : { definitions: await withStatuses(answer) }),
      };
    },
  }),

  /**
   * What the browser can't read from Jira itself: the app's own facts on this issue (pauses, extensions, approvals), and how its
   * comments are judged. With `judge` the app reads Jira anew: for comments that no event has told it of yet.
   */
  'sla.issue': call({
    payload: v.object({
      issueId: id,
      definitionsVersion: v.optional(version),
      judge: v.optional(v.boolean()),
      part: v.optional(v.boolean(), false),
    }),
    answer: issueAnswer,
    authorise: onBrowsableIssue,
    run: async ({ issueId, definitionsVersion, judge, part }, caller) => {
      const [{ definitions }, display, { may, limits, agent }] = await Promise.all([
        readStoredDefinitions(),
        readDisplay(),
        readPolicy().then((policy) => rightsOf(caller, issueId, policy)),
      ]);
      const answer = forReplay(definitions, agent);
      const same = definitionsVersion === definitions.version && part === (answer.part ?? false);
      const known = await knownOf(issueId, definitions, answer, judge === true);
      return {
        version: definitions.version,
        display,
        ...(same ? {} : { definitions: await withStatuses(answer) }),
        ...known,
        facts: agent ? known.facts : toldOf(known.facts, definitions),
        may,
        limits,
      };
    },
  }),

  'sla.act': call({
    payload: v.object({ issueId: id, action: actionSchema }),
    answer: actedAnswer,
    authorise: async (caller, { issueId, action }) => {
      await browsable(issueId);
      return limitsFor(caller, issueId, action.kind);
    },
    run: async ({ issueId, action }, caller, limits) => ({
      facts: await act(slaPorts, issueId, action, caller.accountId, limits),
    }),
  }),

  /** `query` is a key or JQL, run as the caller; BAD_REQUEST on it in Jira's words. */
  'sla.simulate': call({
    payload: v.object({
      query: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)),
      // Any object: the engine's own schema says what is wrong with a definition and how to mend it.
      metric: whole<MetricDefinition>(),
    }),
    answer: sampleAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: async ({ query, metric }) => {
      const { definitions } = await readStoredDefinitions();
      return sampleHistories({ ...bulkPorts, find: findIssues }, query, metric, definitions);
    },
  }),

  /** Replays an issue from Jira now, whatever its record says, and carries out what is due. */
  'sla.recompute': call({
    payload: v.object({ issueId: id }),
    answer: v.object({ changed: v.boolean() }),
    // Nothing of the issue is answered, and the record of a deleted one must be reached as well.
    authorise: needs('slaManager'),
    run: async ({ issueId }) => ({ changed: (await recomputeIssue(issueId)) === 'saved' }),
  }),

  /** Only issues the caller may browse, in rows and in everything counted from them. */
  'sla.board': call({
    payload: v.object({
      projectId: v.optional(v.pipe(v.string(), v.regex(/^\d{1,18}$/))),
      teamField: v.optional(v.pipe(v.string(), v.regex(/^customfield_\d{1,18}$/))),
      version: v.optional(version),
    }),
    answer: boardAnswer,
    authorise: anyone,
    run: (wanted, caller) => board(wanted, caller.now, async () => seesEveryClock(await caller.standing())),
  }),
};
