import { makeResolver } from '@forge/resolver';
import type { Contract } from '../../contract';
import { catalogCalls } from '../../catalog/calls';
import { knowledgeCalls } from '../../knowledge/calls';
import { requestCalls } from '../../requests/calls';
import { settingsCalls } from '../../settings/calls';
import { slaCalls } from '../../sla/calls';
import { type HandlersOf, resolversOf } from './handle';

/** Every call of the contract, for every surface: a call missing here does not compile. */
export const handlers: HandlersOf<Contract> = {
  ...resolversOf(catalogCalls),
  ...resolversOf(requestCalls),
  ...resolversOf(slaCalls),
  ...resolversOf(knowledgeCalls),
  ...resolversOf(settingsCalls),
};

export const resolver = makeResolver<Contract>(handlers);
