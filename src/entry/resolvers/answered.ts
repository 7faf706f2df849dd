import * as v from 'valibot';
import { AppFailure } from '../../kernel/errors';
import { unreadPath } from '../../kernel/unread';
import { isDevelopment } from '../../platform/identity/site';

/**
 * What a call declares that it answers, of what its use case gave: a key nobody declared never leaves the backend.
 * In development and in tests such a key is a fault of the app like any other.
 * @throws AppFailure INTERNAL that names the place, and no value, of what does not fit.
 */
export function answered(schema: v.GenericSchema, given: unknown): unknown {
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) throw unfit(v.getDotPath(parsed.issues[0]) ?? '');
  const undeclared = isDevelopment() ? unreadPath(given, parsed.output) : null;
  if (undeclared !== null) throw unfit(undeclared);
  return parsed.output;
}

const unfit = (at: string): AppFailure =>
  new AppFailure('INTERNAL', 'The app made an answer that is not what this call declares.', {
    params: { at },
  });
