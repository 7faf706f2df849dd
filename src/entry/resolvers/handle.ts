import type { ResolverFunction } from '@forge/resolver';
import * as v from 'valibot';
import type { AnyCall, ContractOf } from '../../kernel/call';
import { AppFailure, badRequest, screenOutdated } from '../../kernel/errors';
import { error } from '../../kernel/finding';
import { fail, ok, type Result } from '../../kernel/result';
import { unreadPath } from '../../kernel/unread';
import { type Caller, callerOf } from '../../platform/identity/caller';
import { log } from '../../platform/log';
import { answered } from './answered';
import { notingRefusals } from './refused';
import { withinShare } from './share';

type PayloadOf<F> = F extends (payload: infer P) => unknown ? P : never;
type ResultOf<F> = F extends (payload: never) => infer R ? R : never;

/** The resolver functions of some calls of the contract. */
export type HandlersOf<Calls> = {
  readonly [K in keyof Calls]: ResolverFunction<PayloadOf<Calls[K]>, ResultOf<Calls[K]>>;
};

/** The resolver functions of the calls a subject declares. */
export const resolversOf = <Calls extends Readonly<Record<string, AnyCall<Caller>>>>(
  calls: Calls,
): HandlersOf<ContractOf<Calls>> =>
  Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, handle(name, call)])) as HandlersOf<
    ContractOf<Calls>
  >;

/**
 * One resolver function: who calls comes from Forge's signed context, never from the payload; the payload is parsed, and
 * refused when it holds anything the call does not read;
 * `authorise` comes first; what is answered is what the call declares, and no more. Known failures answer with their
 * code, unknown ones are logged without the payload; who is refused is noted in the audit log. Never throws.
 */
export function handle(name: string, call: AnyCall<Caller>): ResolverFunction<never, Result<unknown>> {
  return async ({ payload, context }) => {
    try {
      const caller = callerOf(context);
      const answer = async () => {
        const parsed = read(call.payload, payload) as never;
        const handed = (await call.authorise(caller, parsed)) as never;
        return ok(answered(call.answer, await call.run(parsed, caller, handed)));
      };
      return await notingRefusals(caller, name, () => withinShare(caller, name, answer));
    } catch (error) {
      return failed(name, error);
    }
  };
}

function failed(name: string, failure: unknown): Result<never> {
  if (failure instanceof AppFailure) {
    if (failure.code === 'INTERNAL' || failure.retryable)
      log.error('call.failed', failure, { call: name, at: failure.params?.['at'] });
    return fail(failure.toAppError());
  }
  log.error('call.crashed', failure, { call: name });
  return fail({ code: 'INTERNAL', message: 'The call crashed.', retryable: false });
}

/**
 * @throws AppFailure SCREEN_OUTDATED when something is left out of the payload or nothing reads it: the screen is of another
 * version; BAD_REQUEST when a value does not fit.
 */
function read(schema: v.GenericSchema, payload: unknown): unknown {
  const parsed = v.safeParse(schema, payload);
  if (!parsed.success) throw misfit(parsed.issues);
  const unread = unreadPath(payload, parsed.output);
  if (unread !== null) throw screenOutdated({ unread });
  return parsed.output;
}

function misfit(issues: readonly v.BaseIssue<unknown>[]): AppFailure {
  const missing = issues.find(({ input }) => input === undefined);
  if (missing) return screenOutdated({ missing: v.getDotPath(missing) ?? '' });
  const unread = issues.find(({ type, expected }) => type === 'strict_object' && expected === 'never');
  if (unread) return screenOutdated({ unread: v.getDotPath(unread) ?? '' });
  return badRequest(
    'The payload is not valid.',
    issues.slice(0, 20).map((issue) => error(issue.type, v.getDotPath(issue) ?? '')),
  );
}
