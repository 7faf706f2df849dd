import { randomUUID } from 'node:crypto';
import type { AppManifest, FunctionModel } from '../manifest/model';
import type { SiteClock } from '../clock/site-clock';
import { plainAppId, type InstallationIds } from '../installation';
import type { PlatformAnswer } from '../products/product-calls';
import type { Runner, RunEnd } from '../worker/pool';
import type { CallMessage, RuntimeValues } from '../worker/protocol';
import { Meter } from './meter';
import type { InvocationKind, InvocationLog, InvocationRecord } from './record';

export interface InvocationRequest {
  readonly functionKey: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly name: string;
  readonly accountId: string | undefined;
  readonly args: readonly unknown[];
  /** Which product the invocation came from. */
  readonly product: 'jira' | 'confluence';
  /** How many queue pushes led here, one after the other. */
  readonly chain?: number;
}

export type InvocationResult =
  | { readonly outcome: 'ok'; readonly value: unknown; readonly record: InvocationRecord }
  | {
      readonly outcome: Exclude<InvocationRecord['outcome'], 'ok'>;
      readonly error: string;
      readonly record: InvocationRecord;
    };

/** What a platform call may know of the invocation that makes it. */
export interface Invocation {
  readonly request: InvocationRequest;
  readonly meter: Meter;
  /** Ends the invocation at once, as if its machine had died. */
  readonly kill: (reason: string) => void;
}

export interface InvokerDeps {
  readonly manifest: AppManifest;
  readonly clock: SiteClock;
  readonly pool: Runner;
  readonly log: InvocationLog;
  readonly installation: Installation;
  readonly answerCall: (call: CallMessage, invocation: Invocation) => Promise<PlatformAnswer>;
}

export interface Installation extends InstallationIds {
  readonly environmentId: string;
  readonly appVersion: string;
  readonly siteAris: () => readonly string[];
}

const SHORT_SECONDS = 25;
const MEDIUM_SECONDS = 55;
const MAX_SECONDS = 900;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;

/** Runs functions of the app within the limits of the platform and keeps a record of each run. */
export class Invoker {
  constructor(private readonly deps: InvokerDeps) {}

  async invoke(request: InvocationRequest): Promise<InvocationResult> {
    const { deps } = this;
    const fn = deps.manifest.functions.get(request.functionKey);
    if (fn === undefined) throw new Error(`The manifest declares no function ${request.functionKey}.`);
    const id = randomUUID();
    const meter = new Meter();
    const abort = new AbortController();
    const timeoutMs = timeoutOf(fn, request.kind) * 1000;
    const timer = setTimeout(() => abort.abort('timeout'), timeoutMs);
    const invocation: Invocation = { request, meter, kill: (reason) => abort.abort(reason) };
    const startedAt = deps.clock.now();
    const realStart = performance.now();
    const end = await deps.pool.run(
      {
        type: 'run',
        id,
        handler: fn.handler,
        args: request.args,
        runtime: this.runtimeOf(request, fn, id, timeoutMs),
        clock: { now: startedAt, running: deps.clock.running },
      },
      {
        onLog: (level, text) => meter.write(`${level}: ${text}`),
        onCall: (call, answer) => {
          void this.answer(call, invocation, abort.signal).then((reply) => {
            if (!abort.signal.aborted) answer({ type: 'answer', callId: call.callId, ...reply });
          });
        },
      },
      abort.signal,
    );
    clearTimeout(timer);
    const outcome = judge(end);
    const error = outcome.kind === 'ok' ? null : outcome.error;
    const { functionKey, kind, moduleKey, name } = request;
    const { storage, queuePushes, rest, log } = meter;
    const record: InvocationRecord = {
      id,
      functionKey,
      kind,
      moduleKey,
      actor: request.accountId ?? null,
      name,
      startedAt,
      durationMs: performance.now() - realStart,
      heapBytes: end.kind === 'crashed' ? 0 : end.heapBytes,
      memoryMb: fn.memoryMb,
      cold: end.cold,
      outcome: outcome.kind,
      error,
      storage,
      queuePushes,
      rest,
      log,
    };
    deps.log.add(record);
    return outcome.kind === 'ok'
      ? { outcome: 'ok', value: outcome.value, record }
      : { outcome: outcome.kind, error: outcome.error, record };
  }

  private async answer(
    call: CallMessage,
    invocation: Invocation,
    signal: AbortSignal,
  ): Promise<PlatformAnswer> {
    if (signal.aborted) return { status: 503, headers: {}, body: undefined };
    try {
      return await this.deps.answerCall(call, invocation);
    } catch (error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      invocation.meter.write(`local site: ${call.method} ${call.path} failed: ${words}`);
      return { status: 500, headers: {}, body: JSON.stringify({ code: 'UNKNOWN_ERROR', message: words }) };
    }
  }

  private runtimeOf(
    { product, functionKey, moduleType, moduleKey, accountId }: InvocationRequest,
    { handler }: FunctionModel,
    invocationId: string,
    timeoutMs: number,
  ): RuntimeValues {
    const { manifest } = this.deps;
    const { siteAris, cloudId, installationId, ...versions } = this.deps.installation;
    const scopes = manifest.scopes.map((scope) => scope.name);
    return {
      contextAri: `ari:cloud:${product}::site/${cloudId}`,
      cloudId,
      siteAris: siteAris(),
      runtimeName: manifest.runtime,
      handler,
      accountId,
      timeoutMs,
      appContext: {
        ...versions,
        appId: plainAppId(manifest),
        environmentType: 'DEVELOPMENT',
        invocationId,
        installationId,
        functionKey,
        moduleType,
        moduleKey,
        permissions: { scopes, external: {} },
      },
    };
  }
}

/** Seconds a function may take, by what called it. Only consumers and schedules may ask for more. */
const timeoutOf = (fn: FunctionModel, kind: InvocationKind): number =>
  kind === 'consumer' || kind === 'scheduled'
    ? Math.min(fn.timeoutSeconds ?? MEDIUM_SECONDS, MAX_SECONDS)
    : SHORT_SECONDS;

type Judged =
  | { readonly kind: 'ok'; readonly value: unknown }
  | { readonly kind: 'error' | 'timeout' | 'crash' | 'memory' | 'refused'; readonly error: string };

function judge(end: RunEnd): Judged {
  if (end.kind === 'failed')
    return { kind: 'error', error: end.error.stack || `${end.error.name}: ${end.error.message}` };
  if (end.kind === 'crashed') {
    if (end.reason === 'timeout')
      return { kind: 'timeout', error: 'The function took longer than the platform allows.' };
    if (end.reason === 'memory')
      return { kind: 'memory', error: 'The function used more memory than it has.' };
    return { kind: 'crash', error: `The function's machine died: ${end.reason}` };
  }
  if (end.json === undefined) return { kind: 'ok', value: undefined };
  if (Buffer.byteLength(end.json) > MAX_RESPONSE_BYTES)
    return { kind: 'refused', error: 'The answer is larger than 5 MB.' };
  return { kind: 'ok', value: JSON.parse(end.json) as unknown };
}
