/** What the host and the thread that runs app code say to each other. Everything here is structured-clone safe. */

/** The serialisable part of the runtime value that the SDK reads, under its names there, and what the rest is made of. */
export interface RuntimeValues {
  readonly contextAri: string;
  readonly cloudId: string;
  readonly siteAris: readonly string[];
  readonly runtimeName: string;
  readonly handler: string;
  readonly accountId: string | undefined;
  readonly timeoutMs: number;
  readonly appContext: {
    readonly appId: string;
    readonly appVersion: string;
    readonly environmentId: string;
    readonly environmentType: 'DEVELOPMENT';
    readonly invocationId: string;
    readonly installationId: string;
    readonly functionKey: string;
    readonly moduleType: string;
    readonly moduleKey: string;
    readonly permissions: { readonly scopes: readonly string[]; readonly external: object };
  };
}

export interface ClockReading {
  readonly now: number;
  readonly running: boolean;
}

export interface RunMessage {
  readonly type: 'run';
  readonly id: string;
  readonly handler: string;
  readonly args: readonly unknown[];
  readonly runtime: RuntimeValues;
  readonly clock: ClockReading;
}

/** Text, or the bytes of files. */
export type Body = string | Uint8Array | undefined;

export interface AnswerMessage {
  readonly type: 'answer';
  readonly callId: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export type ToWorker = RunMessage | AnswerMessage;

/** `meta` as the SDK gives it to `__forge_fetch__`; of type `egress` is a call of the plain `fetch`. */
export interface CallMeta {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
}

export interface CallMessage {
  readonly type: 'call';
  readonly id: string;
  readonly callId: number;
  readonly meta: CallMeta;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface ErrorText {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type FromWorker =
  | { readonly type: 'ready' }
  | CallMessage
  | { readonly type: 'log'; readonly id: string; readonly level: string; readonly text: string }
  | {
      readonly type: 'done';
      readonly id: string;
      readonly heapBytes: number;
      readonly json: string | undefined;
    }
  | {
      readonly type: 'failed';
      readonly id: string;
      readonly heapBytes: number;
      readonly error: ErrorText;
    };
