import { makeResolver } from '@forge/resolver';
import type { Contract } from '../../contract';
import { catalogCalls } from '../../catalog/calls';
import { knowledgeCalls } from '../../knowledge/calls';
import { requestCalls } from '../../requests/calls';
import { type HandlersOf, resolversOf } from './handle';
import { settingsResolvers } from './settings';
import { slaResolvers } from './sla';
import { slaChangeResolvers } from './sla-changes';
import { forecastResolvers } from './sla-forecasts';
import { slaPerformanceResolvers } from './sla-performance';

/** Every call of the contract, for every surface: a call missing here does not compile. */
export const handlers: HandlersOf<Contract> = {
  ...resolversOf(catalogCalls),
  ...resolversOf(requestCalls),
  ...slaResolvers,
  ...slaChangeResolvers,
  ...forecastResolvers,
  ...slaPerformanceResolvers,
  ...resolversOf(knowledgeCalls),
  ...settingsResolvers,
};

export const resolver = makeResolver<Contract>(handlers);
