import { makeInvoke } from '@forge/bridge';
import type { Contract } from '../../src/contract';
import type { Finding } from '../../src/kernel/finding';
import type { AppError, ErrorCode, Result } from '../../src/kernel/result';

type Name = keyof Contract;
type Payload<N extends Name> = Parameters<Contract[N]>[0];
/** What a call answers where it is not refused. */
export type Answer<N extends Name> = ReturnType<Contract[N]> extends Result<infer T> ? T : never;

/** A call the backend refused or could not answer: a code, what is wrong per field, and whether trying again may help. */
export class RequestFailed extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly Finding[];
  readonly params: Readonly<Record<string, string>>;
  readonly retryable: boolean;

  constructor(error: AppError, cause?: unknown) {
    super(error.message, cause === undefined ? undefined : { cause });
    this.name = 'RequestFailed';
    this.code = error.code;
    this.fields = error.fields ?? [];
    this.params = error.params ?? {};
    this.retryable = error.retryable;
  }
}

/** Why something failed, as a code; `INTERNAL` of what is no refusal. */
export const codeOf = (failure: unknown): ErrorCode =>
  failure instanceof RequestFailed ? failure.code : 'INTERNAL';

type Invoke = <N extends Name>(name: N, payload: Payload<N>) => Promise<Result<Answer<N>>>;
// The SDK's type for a call is right per name but not for a name that is still a type parameter.
const invoke = makeInvoke<Contract>() as unknown as Invoke;

/**
 * Asks the app's backend. Answers the value; throws {@link RequestFailed} for a refusal, and for a broken
 * connection or a crash of the function, which are told as `INTERNAL` and may be tried again.
 */
export async function call<N extends Name>(name: N, payload: Payload<N>): Promise<Answer<N>> {
  const result = await invoke(name, payload).catch((cause: unknown) => {
    throw new RequestFailed({ code: 'INTERNAL', message: `No answer to ${name}.`, retryable: true }, cause);
  });
  if (!result.ok) throw new RequestFailed(result.error);
  return result.value;
}
