import * as v from 'valibot';
import { itemsPromising } from '../../catalog';
import type { SlaChangeCalls } from '../../sla/change/contract';
import type { SlaCalls } from '../../sla/contract';
import type { ForecastCalls } from '../../sla/forecast/contract';
import type { SlaPerformanceCalls } from '../../sla/performance/contract';
import {
  act,
  board,
  categoriesOfSite,
  countOpen,
  deleteAgreement,
  deleteCalendar,
  deleteHolidaySet,
  deleteMetric,
  explainIssue,
  forReplay,
  knownOf,
  readPolicy,
  readStoredDefinitions,
  recomputeIssue,
  requestBackfill,
  sampleHistories,
  samplePorts,
  saveAgents,
  saveDisplay,
  savePolicy,
  settingsOf,
  slaPorts,
} from '../../sla';
import type { Fact, MetricDefinition, SlaDefinitions } from '../../sla/domain/model';
import { agentsSchema } from '../../sla/domain/agents/schema';
import { withheldMetrics } from '../../sla/domain/requesters';
import { displaySchema } from '../../sla/domain/display/schema';
import { limitsOf } from '../../sla/domain/policy/limits';
import { policySchema } from '../../sla/domain/policy/schema';
import { anyone, type Caller, holds, needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';
import { browsable } from '../../platform/jira/issue-access';
import { actionSchema, mayAct, rightsOf, seesEveryClock } from './sla-rights';

const nothing = v.object({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Any object: the engine's own schema says what is wrong with a definition and how to mend it. */
const anyMetric = v.custom<MetricDefinition>((value) => typeof value === 'object' && value !== null);

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

/**
 * Open records follow the new definitions in the background, and issues that came into scope get theirs; answers how
 * many open records there are.
 */
async function recompute(): Promise<number> {
  await requestBackfill('definitions');
  return countOpen();
}

export const slaResolvers: HandlersOf<
  Omit<SlaCalls, keyof (SlaChangeCalls & ForecastCalls & SlaPerformanceCalls)>
> = {
  'sla.definitions': handle({
    name: 'sla.definitions',
    payload: v.object({ version: v.optional(version), part: v.optional(v.boolean(), false) }),
    authorise: anyone,
    run: async (known, caller) => {
      const { definitions } = await readStoredDefinitions();
      const toAgent = withheldMetrics(definitions).size === 0 || seesEveryClock(await caller.standing());
      const answer = forReplay(definitions, toAgent);
      const same = known.version === definitions.version && known.part === (answer.part ?? false);
      return { version: definitions.version, ...(same ? {} : { definitions: await withStatuses(answer) }) };
    },
  }),

  'sla.issue': handle({
    name: 'sla.issue',
    payload: v.object({
      issueId: id,
      definitionsVersion: v.optional(version),
      judge: v.optional(v.boolean()),
      part: v.optional(v.boolean(), false),
    }),
    authorise: onBrowsableIssue,
    run: async ({ issueId, definitionsVersion, judge, part }, caller) => {
      const policy = await readPolicy();
      const [{ definitions }, { alone, agent, ...may }] = await Promise.all([
        readStoredDefinitions(),
        rightsOf(caller, issueId, policy),
      ]);
      const answer = forReplay(definitions, agent);
      const same = definitionsVersion === definitions.version && part === (answer.part ?? false);
      const known = await knownOf(issueId, definitions, answer, judge === true);
      return {
        version: definitions.version,
        ...(same ? {} : { definitions: await withStatuses(answer) }),
        ...known,
        facts: agent ? known.facts : toldOf(known.facts, definitions),
        may,
        limits: limitsOf(policy, alone),
      };
    },
  }),

  'sla.explain': handle({
    name: 'sla.explain',
    payload: v.object({ issueId: id }),
    authorise: async (caller, { issueId }) => {
      await needs('slaManager', 'auditor')(caller);
      await browsable(issueId);
    },
    run: async ({ issueId }) => explainIssue(issueId, (await readStoredDefinitions()).definitions),
  }),

  'sla.act': handle({
    name: 'sla.act',
    payload: v.object({ issueId: id, action: actionSchema }),
    authorise: async (caller, { issueId, action }) => {
      await browsable(issueId);
      await mayAct(caller, issueId, action.kind, await readPolicy());
    },
    run: async ({ issueId, action }, caller) => {
      const policy = await readPolicy();
      const { alone } = await mayAct(caller, issueId, action.kind, policy);
      return { facts: await act(slaPorts, issueId, action, caller.accountId, limitsOf(policy, alone)) };
    },
  }),

  'sla.policy': handle({
    name: 'sla.policy',
    payload: nothing,
    authorise: needs('slaManager', 'auditor'),
    run: async (_, caller) => ({
      policy: await readPolicy(),
      canEdit: holds(await caller.standing(), ['slaManager']),
    }),
  }),

  'sla.savePolicy': handle({
    name: 'sla.savePolicy',
    payload: v.object({ policy: policySchema, safeMode: v.boolean() }),
    authorise: needs('slaManager'),
    run: async ({ policy, safeMode }, caller) => ({ policy: await savePolicy(policy, safeMode, caller) }),
  }),

  'sla.settings': handle({
    name: 'sla.settings',
    payload: nothing,
    authorise: needs('slaManager', 'auditor'),
    run: async (_, caller) => {
      const { roles, jiraAdmin } = await caller.standing();
      const canEdit = jiraAdmin || roles.includes('admin') || roles.includes('slaManager');
      return { ...settingsOf(await readStoredDefinitions(), caller.now), canEdit };
    },
  }),

  'sla.deleteCalendar': handle({
    name: 'sla.deleteCalendar',
    payload: v.object({ version, calendarId: id }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => {
      const { definitions } = await deleteCalendar(wanted.version, wanted.calendarId, caller);
      // No promise changes, but records say which version they were computed with.
      await recompute();
      return { definitions };
    },
  }),

  'sla.saveAgents': handle({
    name: 'sla.saveAgents',
    payload: v.object({ version, agents: agentsSchema }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => {
      const changed = await saveAgents(wanted.version, wanted.agents, caller);
      return { ...changed, recomputing: await recompute() };
    },
  }),

  'sla.saveDisplay': handle({
    name: 'sla.saveDisplay',
    payload: v.object({ version, display: displaySchema }),
    authorise: needs('slaManager'),
    run: (wanted, caller) => saveDisplay(wanted.version, wanted.display, caller),
  }),

  'sla.deleteAgreement': handle({
    name: 'sla.deleteAgreement',
    payload: v.object({ version, agreementId: id }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => {
      const changed = await deleteAgreement(wanted.version, wanted.agreementId, caller);
      return { ...changed, recomputing: await recompute() };
    },
  }),

  'sla.deleteHolidaySet': handle({
    name: 'sla.deleteHolidaySet',
    payload: v.object({ version, holidaySetId: id }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => {
      const changed = await deleteHolidaySet(wanted.version, wanted.holidaySetId, caller);
      return { ...changed, recomputing: await recompute() };
    },
  }),

  'sla.deleteMetric': handle({
    name: 'sla.deleteMetric',
    payload: v.object({ version, metricId: id, open: v.picklist(['finish', 'cancel']) }),
    authorise: needs('slaManager'),
    run: async (wanted, caller) => {
      const changed = await deleteMetric(wanted, caller, itemsPromising);
      return { ...changed, recomputing: await recompute() };
    },
  }),

  'sla.simulate': handle({
    name: 'sla.simulate',
    payload: v.object({
      query: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2_000)),
      metric: anyMetric,
    }),
    authorise: needs('slaManager', 'auditor'),
    run: async ({ query, metric }) => {
      const { definitions } = await readStoredDefinitions();
      return sampleHistories(samplePorts, query, metric, definitions);
    },
  }),

  'sla.recompute': handle({
    name: 'sla.recompute',
    payload: v.object({ issueId: id }),
    // Nothing of the issue is answered, and the record of a deleted one must be reached as well.
    authorise: needs('slaManager'),
    run: async ({ issueId }) => ({ changed: (await recomputeIssue(issueId)) === 'saved' }),
  }),

  'sla.board': handle({
    name: 'sla.board',
    payload: v.object({
      projectId: v.optional(v.pipe(v.string(), v.regex(/^\d{1,18}$/))),
      teamField: v.optional(v.pipe(v.string(), v.regex(/^customfield_\d{1,18}$/))),
      version: v.optional(version),
    }),
    authorise: anyone,
    run: (wanted, caller) => board(wanted, caller.now, async () => seesEveryClock(await caller.standing())),
  }),
};
