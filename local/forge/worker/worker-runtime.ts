import type { RuntimeValues } from './protocol';

const metric = () => ({
  ...Object.fromEntries(['incr', 'incrBy', 'decr', 'decrBy', 'set'].map((name) => [name, () => undefined])),
  measure: () => ({ stop: () => undefined }),
});

const ari = (text: string, parts: Readonly<Record<string, string>>) => ({ ...parts, toString: () => text });

/** The value the SDK packages read from `__forge_runtime__` during one invocation. */
export function runtimeOf(values: RuntimeValues, startedAt: number, appCodeDir: string): unknown {
  const { installationId, invocationId } = values.appContext;
  return {
    proxy: { token: invocationId, url: 'http://proxy.local' },
    contextAri: values.contextAri,
    container: { region: 'local', runtime: values.runtimeName, handler: values.handler, appCodeDir },
    appContext: {
      ...values.appContext,
      installation: {
        ari: ari(`ari:cloud:ecosystem::installation/${installationId}`, { installationId }),
        contexts: values.siteAris.map((text) => ari(text, { cloudId: values.cloudId })),
      },
    },
    aaid: values.accountId,
    lambdaContext: {
      awsRequestId: invocationId,
      getRemainingTimeInMillis: () => Math.max(0, values.timeoutMs - (performance.now() - startedAt)),
    },
    tracing: {
      traceId: invocationId.replaceAll('-', ''),
      spanId: invocationId.slice(0, 16).replaceAll('-', ''),
    },
    realtime: { contextToken: 'local' },
    metrics: { counter: metric, timing: metric, gauge: metric },
    kvs: { url: 'http://kvs.local', host: 'kvs.local' },
    externalAuth: [],
    featureFlags: () => false,
  };
}
