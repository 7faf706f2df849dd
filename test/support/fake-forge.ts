/** The globals that the real Forge SDK calls, over an in-memory storage and a product handler the test gives. */
import { FakeKvs } from './fake-kvs';

export interface ProductCall {
  readonly product: string;
  readonly as: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface ProductAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface FakeForge {
  readonly kvs: FakeKvs;
  readonly products: ProductCall[];
  /** Bodies pushed to queues. */
  readonly pushed: unknown[];
  product: (call: ProductCall) => ProductAnswer | Promise<ProductAnswer>;
}

interface Meta {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
}
interface Init {
  readonly method?: string;
  readonly body?: string;
}

/** Installs the globals; give each test a fresh one. `accountId` is who calls, `installation` the site that is served. */
export function installFakeForge(
  accountId: string,
  confluence = true,
  installation = 'installation',
  environmentType: 'DEVELOPMENT' | 'PRODUCTION' = 'DEVELOPMENT',
): FakeForge {
  const forge: FakeForge = {
    kvs: new FakeKvs(),
    products: [],
    pushed: [],
    product: () => ({ status: 404, body: { errorMessages: ['not there'] } }),
  };
  const site = (product: string) => ({ cloudId: 'site', toString: () => `ari:cloud:${product}::site/site` });
  Object.assign(globalThis, {
    __forge_runtime__: {
      proxy: { token: 't', url: 'http://proxy' },
      aaid: accountId,
      contextAri: 'ari:cloud:jira::site/site',
      appContext: {
        appId: 'app',
        environmentId: 'env',
        environmentType,
        installationId: installation,
        installation: {
          ari: installation,
          contexts: [site('jira'), ...(confluence ? [site('confluence')] : [])],
        },
      },
      lambdaContext: { awsRequestId: 'r', getRemainingTimeInMillis: () => 20_000 },
      tracing: { traceId: 't', spanId: 's' },
      metrics: { counter: metric, timing: metric, gauge: metric },
      featureFlags: () => false,
    },
    __forge_fetch__: (meta: Meta, path: string, init: Init = {}) => answer(forge, meta, path, init),
  });
  return forge;
}

async function answer(forge: FakeForge, meta: Meta, path: string, init: Init): Promise<Response> {
  if (meta.type === 'kvs') return respond(forge.kvs.handle(path, init.body ?? '{}'));
  const body: unknown = init.body ? JSON.parse(init.body) : undefined;
  if (meta.remote === 'stargate') {
    forge.pushed.push(body);
    return respond({ status: 201, body: {} });
  }
  const call = {
    product: meta.remote ?? '',
    as: meta.provider ?? '',
    method: init.method ?? 'GET',
    path,
    body,
  };
  forge.products.push(call);
  return respond(await forge.product(call));
}

const respond = ({ status, body }: ProductAnswer): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status });

const metric = () => ({ incr: () => {}, incrBy: () => {}, measure: () => ({ stop: () => {} }) });
