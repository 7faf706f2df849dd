import type { ResolverFunction } from '@forge/resolver';
import * as v from 'valibot';
import type { Contract } from '../../contract';
import type { AnyCall, ContractOf } from '../../kernel/call';
import { AppFailure, badRequest } from '../../kernel/errors';
import { fail, ok, type Result } from '../../kernel/result';
import { unreadPath } from '../../kernel/unread';
import { type Caller, callerOf } from '../../platform/identity/caller';
import { log } from '../../platform/log';
import { answered } from './answered';

type PayloadOf<F> = F extends (payload: infer P) => unknown ? P : never;
type ResultOf<F> = F extends (payload: never) => infer R ? R : never;

/** The resolver functions of some calls of the contract. */
export type HandlersOf<Calls> = {
  readonly [K in keyof Calls]: ResolverFunction<PayloadOf<Calls[K]>, ResultOf<Calls[K]>>;
};

/** Asked before anything else of a call; throws LIMIT_REACHED for somebody who has had their share. */
export type Admit = (caller: Caller, name: string) => Promise<void> | void;

/** The resolver functions of the calls a subject declares. */
export const resolversOf = <Calls extends Readonly<Record<string, AnyCall<Caller>>>>(
  calls: Calls,
  admit?: Admit,
): HandlersOf<ContractOf<Calls>> =>
  Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [name, handle(name, call, admit)]),
  ) as HandlersOf<ContractOf<Calls>>;

/**
 * One resolver function: who calls comes from Forge's signed context, never from the payload; the payload is parsed, and
 * refused when it holds anything the call does not read;
 * `authorise` comes first; what is answered is what the call declares, and no more. Known failures answer with their
 * code, unknown ones are logged without the payload. Never throws.
 */
export function handle(
  name: string,
  call: AnyCall<Caller>,
  admit: Admit = () => undefined,
): ResolverFunction<never, Result<unknown>> {
  return async ({ payload, context }) => {
    try {
      const caller = callerOf(context);
      await admit(caller, name);
      const parsed = read(call.payload, payload) as never;
      const handed = (await call.authorise(caller, parsed)) as never;
      return ok(answered(call.answer, await call.run(parsed, caller, handed)));
    } catch (error) {
      return failed(name, error);
    }
  };
}

function failed(name: string, error: unknown): Result<never> {
  if (error instanceof AppFailure) {
    if (error.code === 'INTERNAL' || error.retryable)
      log.error('call.failed', error, { call: name, at: error.params?.['at'] });
    return fail(error.toAppError());
  }
  log.error('call.crashed', error, { call: name });
  return fail({
    code: 'INTERNAL',
    message: 'Something went wrong in the app. It has been logged; try again or tell your administrator.',
    retryable: false,
  });
}

/** @throws AppFailure BAD_REQUEST when the payload does not fit, or holds what nothing reads. */
function read(schema: v.GenericSchema, payload: unknown): unknown {
  const parsed = v.safeParse(schema, payload);
  if (!parsed.success) throw badPayload(parsed.issues);
  const unread = unreadPath(payload, parsed.output);
  if (unread !== null) throw badRequest(`The app did not understand this call: nothing reads ${unread}.`);
  return parsed.output;
}

function badPayload(issues: readonly v.BaseIssue<unknown>[]): AppFailure {
  const fields = issues.slice(0, 20).map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    code: issue.type,
    message: issue.message,
  }));
  return badRequest(
    `The app did not understand this call: ${fields[0]?.field || 'payload'} is not valid.`,
    fields,
  );
}

type Calls = Contract;
/** A call whose answer is not declared yet. */
export const handleUndeclared = <K extends keyof Calls>(call: {
  readonly name: K;
  readonly payload: v.GenericSchema<unknown, PayloadOf<Calls[K]>>;
  readonly authorise: (caller: Caller, payload: PayloadOf<Calls[K]>) => Promise<void> | void;
  readonly run: (
    payload: PayloadOf<Calls[K]>,
    caller: Caller,
  ) => Promise<Extract<ResultOf<Calls[K]>, { readonly ok: true }>['value']>;
}): ResolverFunction<PayloadOf<Calls[K]>, ResultOf<Calls[K]>> =>
  handle(call.name, { ...call, answer: v.any() }) as ResolverFunction<
    PayloadOf<Calls[K]>,
    ResultOf<Calls[K]>
  >;
