import { makeResolver } from '@forge/resolver';
import type { Contract } from '../../contract';
import { catalogCalls } from '../../catalog/calls';
import { knowledgeCalls } from '../../knowledge/calls';
import { peopleCalls } from '../../people/calls';
import { requestCalls } from '../../requests/calls';
import { settingsCalls } from '../../settings/calls';
import { screenOutdated } from '../../kernel/errors';
import { fail } from '../../kernel/result';
import { slaCalls } from '../../sla/calls';
import { type HandlersOf, resolversOf } from './handle';

/** Every call of the contract, for every surface: a call missing here does not compile. */
export const handlers: HandlersOf<Contract> = {
  ...resolversOf(catalogCalls),
  ...resolversOf(requestCalls),
  ...resolversOf(peopleCalls),
  ...resolversOf(slaCalls),
  ...resolversOf(knowledgeCalls),
  ...resolversOf(settingsCalls),
};

const known = makeResolver<Contract>(handlers);

/** A call the app does not have comes from a screen of another version. */
export const resolver: typeof known = async (request, runtime) =>
  Object.hasOwn(handlers, request.call.functionKey)
    ? known(request, runtime)
    : fail(screenOutdated({ call: request.call.functionKey }).toAppError());
