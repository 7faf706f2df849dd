import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { ForgeHost } from '../host';
import { isAdministrator } from './extension';
import { listModules } from './module-list';
import { findPerson, type People } from './people';
import { answerError, bodyOf, refuse, signedIn, signIn, whoAsks } from './session';
import { browseStorage, storageTotals } from './storage-browser';

const MAX_ROWS = 500;

const signInRequest = v.object({ accountId: v.string() });
const localeRequest = v.object({ locale: v.picklist(['en-US', 'ru-RU']) });
const clockRequest = v.object({ advanceMs: v.number() });
const invokeRequest = v.object({
  functionKey: v.string(),
  /** The key the resolver function dispatches on. */
  call: v.string(),
  payload: v.optional(v.unknown()),
  /** An account id, or what the person signs in with. */
  accountId: v.optional(v.string(), ''),
  moduleKey: v.optional(v.string(), 'local'),
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
export function localRoutes({ host, people, appOrigin, reset }: LocalRoutesDeps): Hono {
  const app = new Hono();
  app.onError(answerError);

  app.get('/session', async (c) => {
    const person = whoAsks(c, people);
    if (person === undefined) return c.json({ person: null, administrator: false });
    const actor = { kind: 'user', accountId: person.accountId } as const;
    return c.json({ person, administrator: await isAdministrator(host.products.get('jira'), actor) });
  });
  app.post('/session', async (c) => {
    const { accountId } = await bodyOf(c, signInRequest);
    const person = findPerson(people, accountId) ?? refuse(404, 'There is no such person.');
    signIn(c, person.accountId);
    return c.json({ person });
  });
  app.post('/locale', async (c) => {
    const { locale } = await bodyOf(c, localeRequest);
    people.setLocale?.(signedIn(c, people).accountId, locale);
    return c.json({ locale });
  });
  app.get('/users', (c) => c.json({ users: people.all().filter((person) => person.accountType !== 'app') }));
  app.get('/modules', (c) =>
    c.json({ modules: listModules(host.manifest, appOrigin(), whoAsks(c, people)?.locale ?? 'en-US') }),
  );

  const clock = () => ({ now: new Date(host.clock.now()).toISOString(), running: host.clock.running });
  app.get('/clock', (c) => c.json(clock()));
  app.post('/clock', async (c) => {
    await host.clock.advance((await bodyOf(c, clockRequest)).advanceMs);
    return c.json(clock());
  });
  app.post('/drain', async (c) => {
    await host.clock.drain();
    return c.json(clock());
  });
  app.post('/reset', async (c) => {
    await reset();
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
    host.processes.warm = (await bodyOf(c, processesRequest)).warm;
    return c.json({ warm: host.processes.warm });
  });
  app.post('/recycle', (c) => {
    host.processes.recycle();
    return c.json({});
  });

  app.get('/events', (c) => c.json({ deliveries: host.deliveries.latest(limitOf(c)) }));
  app.get('/queues', (c) => c.json({ jobs: host.jobs.latest(limitOf(c)), schedules: host.schedules.list() }));
  app.get('/invocations', (c) => c.json({ invocations: host.invocations.list(limitOf(c)) }));
  app.delete('/invocations', (c) => {
    host.invocations.clear();
    return c.json({});
  });
  app.get('/storage', (c) => {
    const { space, prefix = '', after = '' } = c.req.query();
    return c.json(
      space === undefined ? storageTotals(host.db) : browseStorage(host, space, prefix, after, limitOf(c)),
    );
  });

  app.post('/invoke', async (c) => {
    const { accountId, ...request } = await bodyOf(c, invokeRequest);
    const person = findPerson(people, accountId)?.accountId ?? (accountId || undefined);
    return c.json(await host.resolve({ ...request, payload: request.payload, accountId: person }));
  });
  app.post('/run-schedule', async (c) => {
    const { moduleKey } = await bodyOf(c, scheduleRequest);
    const schedule = host.manifest.schedules.find((candidate) => candidate.key === moduleKey);
    return c.json(await host.runSchedule(schedule ?? refuse(404, `There is no schedule ${moduleKey}.`)));
  });
  return app;
}

function limitOf(c: Context): number {
  const wanted = Number(c.req.query('limit') ?? '100');
  return Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), MAX_ROWS) : MAX_ROWS;
}
