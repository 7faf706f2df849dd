import type { RuntimeValues } from './protocol';

const metric = () => ({
  incr: () => undefined,
  incrBy: () => undefined,
  decr: () => undefined,
  decrBy: () => undefined,
  set: () => undefined,
  measure: () => ({ stop: () => undefined }),
});

const ari = (text: string, parts: Readonly<Record<string, string>>) => ({ ...parts, toString: () => text });

/** The value the SDK packages read from `__forge_runtime__` during one invocation. */
export function runtimeOf(values: RuntimeValues, startedAt: number, appCodeDir: string): unknown {
  const installationAri = `ari:cloud:ecosystem::installation/${values.installationId}`;
  return {
    proxy: { token: values.invocationId, url: 'http://proxy.local' },
    contextAri: values.contextAri,
    container: { region: 'local', runtime: values.runtimeName, handler: values.handler, appCodeDir },
    appContext: {
      appId: values.appId,
      appVersion: values.appVersion,
      environmentId: values.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: values.invocationId,
      installationId: values.installationId,
      functionKey: values.functionKey,
      moduleType: values.moduleType,
      moduleKey: values.moduleKey,
      license: undefined,
      installation: {
        ari: ari(installationAri, { installationId: values.installationId }),
        contexts: values.siteAris.map((text) => ari(text, { cloudId: values.cloudId })),
      },
      permissions: { scopes: values.scopes, external: {} },
    },
    aaid: values.accountId,
    lambdaContext: {
      awsRequestId: values.invocationId,
      getRemainingTimeInMillis: () => Math.max(0, values.timeoutMs - (performance.now() - startedAt)),
    },
    tracing: {
      traceId: values.invocationId.replaceAll('-', ''),
      spanId: values.invocationId.slice(0, 16).replaceAll('-', ''),
    },
    realtime: { contextToken: 'local' },
    metrics: { counter: metric, timing: metric, gauge: metric },
    kvs: { url: 'http://kvs.local', host: 'kvs.local' },
    externalAuth: [],
    featureFlags: () => false,
  };
}
