import * as v from 'valibot';
import { badRequest } from './product-error.ts';
import { type Call } from './router.ts';

/** The JSON body of a call, checked. An absent or malformed body and a wrong shape are refused with 400. */
export function bodyOf<const S extends v.GenericSchema>(call: Call, schema: S): v.InferOutput<S> {
  const parsed = v.safeParse(schema, jsonOf(call));
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const where = v.getDotPath(issue);
  throw badRequest(
    `Invalid request payload${where ? ` at "${where}"` : ''}: ${issue.message}. Refer to the REST API documentation and try again.`,
  );
}

/** The JSON body of a call as it came. Throws 400 if it can't be read. */
export function jsonOf(call: Call): unknown {
  try {
    return JSON.parse(call.rawBody ?? '');
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw badRequest('There was an error parsing JSON. Check that your request body is valid.');
  }
}
