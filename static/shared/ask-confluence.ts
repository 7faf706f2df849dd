import { requestConfluence } from '@forge/bridge';
import type * as v from 'valibot';
import { ask } from './product';

/** Asks Confluence as the user and parses the answer. Throws `ProductFailed`. Screens of Jira alone don't load it. */
export const askConfluence = <S extends v.GenericSchema>(
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> => ask(requestConfluence, path, schema);
