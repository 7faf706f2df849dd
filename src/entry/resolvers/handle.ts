import type { ResolverFunction } from '@forge/resolver';
import * as v from 'valibot';
import type { Contract } from '../../contract';
import { AppFailure, badRequest } from '../../kernel/errors';
import { fail, ok, type Result } from '../../kernel/result';
import { log } from '../../platform/log';
import { type Caller, callerOf } from './caller';

type CallName = keyof Contract;
type PayloadOf<K extends CallName> = Parameters<Contract[K]>[0];
type ResultOf<K extends CallName> = ReturnType<Contract[K]>;
type ValueOf<K extends CallName> = Extract<ResultOf<K>, { readonly ok: true }>['value'];

/** The resolver functions of some calls of the contract. */
export type HandlersOf<Calls> = {
  readonly [K in keyof Calls & CallName]: ResolverFunction<PayloadOf<K>, ResultOf<K>>;
};

export interface Call<K extends CallName> {
  readonly name: K;
  readonly payload: v.GenericSchema<unknown, PayloadOf<K>>;
  /** Runs before anything else is read or written; refuses by throwing. */
  readonly authorise: (caller: Caller, payload: PayloadOf<K>) => Promise<void> | void;
  readonly run: (payload: PayloadOf<K>, caller: Caller) => Promise<ValueOf<K>>;
}

/**
 * One resolver function: who calls comes from Forge's signed context, never from the payload; the payload is parsed, and
 * refused when it holds anything the call does not read: what no screen sends is nobody's to try;
 * `authorise` comes first; known failures answer with their code, unknown ones are logged without the payload. Never throws.
 */
export function handle<K extends CallName>(call: Call<K>): ResolverFunction<PayloadOf<K>, ResultOf<K>> {
  return async (request) => {
    const answer = await answerTo(call, request.payload, request.context);
    return answer as ResultOf<K>;
  };
}

async function answerTo<K extends CallName>(
  call: Call<K>,
  payload: unknown,
  context: unknown,
): Promise<Result<ValueOf<K>>> {
  try {
    const caller = callerOf(context);
    const parsed = v.safeParse(call.payload, payload);
    if (!parsed.success) throw badPayload(parsed.issues);
    const unread = unreadPath(payload, parsed.output);
    if (unread !== null) throw badRequest(`The app did not understand this call: nothing reads ${unread}.`);
    await call.authorise(caller, parsed.output);
    return ok(await call.run(parsed.output, caller));
  } catch (error) {
    if (error instanceof AppFailure) {
      if (error.code === 'INTERNAL' || error.retryable) log.error('call.failed', error, { call: call.name });
      return fail(error.toAppError());
    }
    log.error('call.crashed', error, { call: call.name });
    return fail({
      code: 'INTERNAL',
      message: 'Something went wrong in the app. It has been logged; try again or tell your administrator.',
      retryable: false,
    });
  }
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

/** The path of the first key of a payload that its schema dropped, `null` when everything was read. */
function unreadPath(given: unknown, read: unknown, path = ''): string | null {
  if (!isRecord(given) || !isRecord(read)) return null;
  for (const [key, value] of Object.entries(given)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (value === undefined) continue;
    if (!Object.hasOwn(read, key)) return at.slice(0, 200);
    const deeper = unreadPath(value, read[key], at);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** Objects and lists: a list's keys are its places. */
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
