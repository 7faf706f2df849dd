import * as v from 'valibot';
import type { InvocationResult } from '../invoke/invoker';

const retryAnswer = v.object({
  _retry: v.literal(true),
  retryOptions: v.optional(
    v.looseObject({
      retryAfter: v.optional(v.number()),
      retryReason: v.optional(v.string()),
      retryData: v.optional(v.unknown()),
    }),
    {},
  ),
});

const MAX_RETRY_AFTER_SECONDS = 900;
const MAX_RETRY_DATA_BYTES = 4096;

/** What the next attempt is told; the SDK names it `retryContext`. */
export interface RetryContext {
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData?: unknown;
}

export interface RetryWish {
  /** Seconds to wait; undefined leaves it to the platform's back-off. */
  readonly afterSeconds: number | undefined;
  readonly reason: string;
  readonly data: unknown;
  /** Asked for by the function itself, not caused by a failure. */
  readonly asked: boolean;
}

/** Reads from an invocation's end whether it should be tried again. A thrown error counts only where `onThrow` says so. */
export function retryWish(result: InvocationResult, onThrow: boolean): RetryWish | undefined {
  switch (result.outcome) {
    case 'ok':
      return askedRetry(result.value);
    case 'timeout':
      return failure('FUNCTION_TIME_OUT');
    case 'memory':
      return failure('FUNCTION_OUT_OF_MEMORY');
    case 'crash':
      return failure('FUNCTION_PLATFORM_UNKNOWN_ERROR');
    case 'error':
    case 'refused':
      return onThrow ? failure('FUNCTION_PLATFORM_UNKNOWN_ERROR') : undefined;
  }
}

const failure = (reason: string): RetryWish => ({
  afterSeconds: undefined,
  reason,
  data: undefined,
  asked: false,
});

function askedRetry(value: unknown): RetryWish | undefined {
  const parsed = v.safeParse(retryAnswer, value);
  if (!parsed.success) return undefined;
  const { retryAfter, retryReason, retryData } = parsed.output.retryOptions;
  const tooBig = Buffer.byteLength(JSON.stringify(retryData) ?? '') > MAX_RETRY_DATA_BYTES;
  return {
    afterSeconds:
      retryAfter === undefined ? undefined : Math.min(Math.max(retryAfter, 1), MAX_RETRY_AFTER_SECONDS),
    reason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
    data: tooBig ? undefined : retryData,
    asked: true,
  };
}

const BACKOFF_SECONDS = [5, 15, 60, 240, 900];

/** Seconds before the attempt with this number (1 for the first retry). */
export function backoffSeconds(attempt: number): number {
  return BACKOFF_SECONDS[Math.min(attempt, BACKOFF_SECONDS.length) - 1] ?? 0;
}

export function retryContextOf(attempt: number, wish: RetryWish): RetryContext {
  return {
    retryCount: attempt,
    retryReason: wish.reason,
    ...(wish.data === undefined ? {} : { retryData: wish.data }),
  };
}
