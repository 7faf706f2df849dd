import { makeResolver } from '@forge/resolver';
import type { Contract } from '../../contract';
import { catalogResolvers } from './catalog';
import type { HandlersOf } from './handle';
import { knowledgeResolvers } from './knowledge';
import { requestResolvers } from './requests';
import { settingsResolvers } from './settings';
import { slaResolvers } from './sla';
import { slaChangeResolvers } from './sla-changes';
import { forecastResolvers } from './sla-forecasts';
import { slaPerformanceResolvers } from './sla-performance';

/** Every call of the contract, for every surface: a call missing here does not compile. */
export const handlers: HandlersOf<Contract> = {
  ...catalogResolvers,
  ...requestResolvers,
  ...slaResolvers,
  ...slaChangeResolvers,
  ...forecastResolvers,
  ...slaPerformanceResolvers,
  ...knowledgeResolvers,
  ...settingsResolvers,
};

export const resolver = makeResolver<Contract>(handlers);
