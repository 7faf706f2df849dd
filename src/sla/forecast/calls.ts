import * as v from 'valibot';
import { call, needs } from '../../platform/identity/caller';
import { browsable } from '../../platform/jira/issues/issue-access';
import { forecastsAnswer, sampleAnswer } from './domain/answers';
import { readPolicy } from '../definitions/stored/policy-store';
import { rightsOf } from '../clocks/rights';
import { forecastSampleOf } from './for-issue';
import { forecastState, requestLearning } from './learning';

const nothing = v.object({});

/** Which clocks are likely to be breached, and what that is made of. */
export const forecastCalls = {
  'sla.forecastSample': call({
    payload: v.object({ issueId: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
    answer: sampleAnswer,
    authorise: async (_, { issueId }) => {
      await browsable(issueId);
    },
    run: async ({ issueId }, caller) => {
      const isAgent = async () => (await rightsOf(caller, issueId, await readPolicy())).agent;
      return { sample: await forecastSampleOf(issueId, isAgent) };
    },
  }),

  'sla.forecasts': call({
    payload: nothing,
    answer: forecastsAnswer,
    authorise: needs('slaManager', 'auditor'),
    run: (_, caller) => forecastState(caller.now),
  }),

  /** Learns from finished work items in the background, unless that is under way. */
  'sla.learnForecasts': call({
    payload: nothing,
    answer: forecastsAnswer,
    authorise: needs('slaManager'),
    run: async (_, caller) => {
      await requestLearning(caller.now);
      return forecastState(caller.now);
    },
  }),
};
