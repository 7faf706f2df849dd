import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { ForgeHost } from '../host';
import { isAdministrator } from './extension';
import { listModules } from './module-list';
import { findPerson, type People } from './people';
import { signIn, whoAsks } from './session';
import { browseStorage, storageTotals } from './storage-browser';

const MAX_ROWS = 500;

const signInRequest = v.object({ accountId: v.nullable(v.string()) });
const localeRequest = v.object({ locale: v.picklist(['en-US', 'ru-RU']) });
const clockRequest = v.union([v.object({ advanceMs: v.number() }), v.object({ set: v.string() })]);
const invokeRequest = v.object({
  functionKey: v.string(),
  /** The key a resolver function dispatches on; without it the payload goes to the function itself. */
  call: v.optional(v.string()),
  payload: v.optional(v.unknown()),
  /** An account id, or what the person signs in with. */
  accountId: v.optional(v.string()),
  moduleKey: v.optional(v.string(), 'local'),
  context: v.optional(v.record(v.string(), v.unknown()), {}),
});
const processesRequest = v.object({ warm: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });
const scheduleRequest = v.object({ moduleKey: v.string() });

export interface LocalRoutesDeps {
  readonly host: ForgeHost;
  readonly people: People;
  readonly appOrigin: () => string;
  /** Puts the site back to its first state. */
  readonly reset: () => Promise<void>;
}

/** The site's own API: for the shell, for tests and for benchmarks. Not part of any product. */
export function localRoutes(deps: LocalRoutesDeps): Hono {
  const { host, people } = deps;
  const app = new Hono();
  app.onError((error, c) =>
    c.json(
      { error: { message: error.message } },
      error instanceof v.ValiError || error instanceof RangeError ? 400 : 500,
    ),
  );

  app.get('/session', async (c) => {
    const person = whoAsks(c, people);
    if (person === undefined) return c.json({ person: null, administrator: false });
    const administrator = await isAdministrator(host.products.get('jira'), {
      kind: 'user',
      accountId: person.accountId,
    });
    return c.json({ person, administrator });
  });
  app.post('/session', async (c) => {
    const { accountId } = v.parse(signInRequest, await c.req.json());
    const person = accountId === null ? undefined : findPerson(people, accountId);
    if (accountId !== null && person === undefined)
      return c.json({ error: { message: 'There is no such person.' } }, 404);
    signIn(c, person?.accountId);
    return c.json({ person: person ?? null });
  });
  app.post('/locale', async (c) => {
    const { locale } = v.parse(localeRequest, await c.req.json());
    const person = whoAsks(c, people);
    if (person === undefined) return c.json({ error: { message: 'Nobody is signed in.' } }, 401);
    people.setLocale?.(person.accountId, locale);
    return c.json({ locale });
  });
  app.get('/users', (c) => c.json({ users: people.all().filter((person) => person.accountType !== 'app') }));
  app.get('/modules', (c) =>
    c.json({
      modules: listModules(host.manifest, deps.appOrigin(), whoAsks(c, people)?.locale ?? 'en-US'),
      appOrigin: deps.appOrigin(),
    }),
  );

  const clock = () => ({ now: new Date(host.clock.now()).toISOString(), running: host.clock.running });
  app.get('/clock', (c) => c.json(clock()));
  app.post('/clock', async (c) => {
    const request = v.parse(clockRequest, await c.req.json());
    if ('set' in request) await host.clock.set(instant(request.set));
    else await host.clock.advance(request.advanceMs);
    return c.json(clock());
  });
  app.post('/drain', async (c) => {
    await host.clock.drain();
    return c.json(clock());
  });

  app.get('/settings', (c) => c.json(host.settings.current));
  app.post('/settings', async (c) => {
    host.settings.change(await c.req.json());
    return c.json(host.settings.current);
  });
  app.get('/faults', (c) => c.json(host.faults.settings));
  app.post('/faults', async (c) => {
    host.faults.set(await c.req.json());
    return c.json(host.faults.settings);
  });

  app.get('/processes', (c) => c.json({ warm: host.processes.warm }));
  app.post('/processes', async (c) => {
    host.processes.warm = v.parse(processesRequest, await c.req.json()).warm;
    return c.json({ warm: host.processes.warm });
  });
  app.post('/recycle', (c) => {
    host.processes.recycle();
    return c.json({});
  });

  app.get('/events', (c) => c.json({ deliveries: host.deliveries.latest(limitOf(c)) }));
  app.get('/queues', (c) => c.json({ jobs: host.jobs.latest(limitOf(c)), schedules: host.schedules.list() }));
  app.get('/invocations', (c) =>
    c.json({
      invocations: host.invocations.list(limitOf(c)),
      totals: host.invocations.totals(),
      peak: host.limits.peak,
    }),
  );
  app.delete('/invocations', (c) => {
    host.invocations.clear();
    return c.json({});
  });
  app.get('/storage', (c) => {
    const space = c.req.query('space');
    return c.json(
      space === undefined
        ? storageTotals(host.db)
        : browseStorage(host, space, c.req.query('prefix') ?? '', c.req.query('after') ?? '', limitOf(c)),
    );
  });

  app.post('/invoke', async (c) => {
    const { accountId, ...request } = v.parse(invokeRequest, await c.req.json());
    const person = accountId === undefined ? undefined : findPerson(people, accountId);
    return c.json(await invokeDirectly(host, { ...request, accountId: person?.accountId ?? accountId }));
  });
  app.post('/run-schedule', async (c) => {
    const { moduleKey } = v.parse(scheduleRequest, await c.req.json());
    const schedule = host.manifest.schedules.find((candidate) => candidate.key === moduleKey);
    if (schedule === undefined)
      return c.json({ error: { message: `There is no schedule ${moduleKey}.` } }, 404);
    return c.json(await host.runSchedule(schedule));
  });
  app.post('/reset', async (c) => {
    await deps.reset();
    return c.json(clock());
  });
  return app;
}

async function invokeDirectly(
  host: ForgeHost,
  request: v.InferOutput<typeof invokeRequest>,
): Promise<object> {
  const module = host.manifest.modules.find((candidate) => candidate.key === request.moduleKey);
  const context = host.installContext(request.accountId);
  const args =
    request.call === undefined
      ? [request.payload, context]
      : [
          {
            call: { functionKey: request.call, payload: request.payload },
            context: {
              extension: { type: module?.type ?? 'local' },
              moduleKey: request.moduleKey,
              accountType: 'licensed',
              ...request.context,
            },
          },
          context,
        ];
  return host.invoke({
    functionKey: request.functionKey,
    kind: request.call === undefined ? 'function' : 'resolver',
    moduleKey: request.moduleKey,
    moduleType: module?.type ?? 'local',
    name: request.call ?? request.functionKey,
    accountId: request.accountId,
    product: 'jira',
    args,
  });
}

function instant(text: string): number {
  const parsed = Date.parse(text);
  if (Number.isNaN(parsed)) throw new RangeError('The instant must be ISO-8601.');
  return parsed;
}

function limitOf(c: Context): number {
  const wanted = Number(c.req.query('limit') ?? '100');
  return Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), MAX_ROWS) : MAX_ROWS;
}
