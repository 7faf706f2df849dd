import * as v from 'valibot';
import { forecastSampleOf, forecastState, readPolicy, requestLearning } from '../../sla';
import type { ForecastCalls } from '../../sla/forecast/contract';
import { needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';
import { browsable } from '../../platform/jira/issue-access';
import { rightsOf } from './sla-rights';

const nothing = v.object({});

/** Which clocks are likely to be breached, and what that is made of. */
export const forecastResolvers: HandlersOf<ForecastCalls> = {
  'sla.forecastSample': handle({
    name: 'sla.forecastSample',
    payload: v.object({ issueId: v.pipe(v.string(), v.minLength(1), v.maxLength(255)) }),
    authorise: async (_, { issueId }) => {
      await browsable(issueId);
    },
    run: async ({ issueId }, caller) => {
      const isAgent = async () => (await rightsOf(caller, issueId, await readPolicy())).agent;
      return { sample: await forecastSampleOf(issueId, isAgent) };
    },
  }),

  'sla.forecasts': handle({
    name: 'sla.forecasts',
    payload: nothing,
    authorise: needs('slaManager', 'auditor'),
    run: (_, caller) => forecastState(caller.now),
  }),

  'sla.learnForecasts': handle({
    name: 'sla.learnForecasts',
    payload: nothing,
    authorise: needs('slaManager'),
    run: async (_, caller) => {
      await requestLearning(caller.now);
      return forecastState(caller.now);
    },
  }),
};
