import path from 'node:path';
import type { Db, Product } from '../kernel/types';
import { bundleApp } from './bundle/bundle';
import { SiteClock } from './clock/site-clock';
import { readSetting, writeSetting } from './database';
import { EventBus } from './events/event-bus';
import { FaultBox } from './faults/fault-box';
import {
  APP_VERSION,
  ENVIRONMENT_ID,
  FIRST_INSTALLATION,
  SECOND_INSTALLATION,
  type InstallationIds,
} from './installation';
import { Invoker, type InvocationRequest, type InvocationResult } from './invoke/invoker';
import { answerPlatformCall } from './invoke/platform-calls';
import { RateLimits } from './invoke/rate-limits';
import { type InvocationKind, InvocationLog } from './invoke/record';
import { Store } from './kvs/store';
import { ObjectStore } from './object-store/object-store';
import { loadManifest } from './manifest/load';
import type { AppManifest } from './manifest/model';
import type { ModuleModel, ScheduleModel } from './manifest/schema';
import { type Delivery, type Job, WaitingRows } from './queue/waiting-rows';
import { Queues } from './queue/queues';
import { Schedules } from './schedule/schedules';
import { Settings } from './settings';
import { compileWorker } from './worker/compile';
import { type Runner, WorkerPool } from './worker/pool';

export interface HostOptions {
  readonly appDir: string;
  /** Where the thread program is kept. */
  readonly workDir: string;
  readonly db: Db;
  readonly realTime: boolean;
  /** The standing clock's first instant, when it does not run; ignored once the site has one of its own. */
  readonly startAt: number;
  readonly workers: number;
  /** Runs app code instead of threads; the app is then not bundled. */
  readonly runner?: Runner | undefined;
  /** The host of another installation of the same app, whose processes serve this one too. */
  readonly neighbour?: ForgeHost | undefined;
}

export interface ResolverCall {
  readonly moduleKey: string;
  /** The resolver function, as the manifest names it. */
  readonly functionKey: string;
  /** What the resolver dispatches on. */
  readonly call: string;
  readonly payload: unknown;
  readonly context?: object;
  readonly accountId: string | undefined;
}

/** A module without a screen, and the function it runs. */
interface Plumbing {
  readonly key: string;
  readonly functionKey: string;
}

/** Invocations at once when time runs; a standing clock does one thing after another, so that runs repeat exactly. */
const LIVE_PARALLEL = 4;

/** The platform around one installed app. Products are connected after it is made, since they need its clock. */
export class ForgeHost {
  readonly settings: Settings;
  readonly invocations: InvocationLog;
  readonly jobs: WaitingRows<Job>;
  readonly deliveries: WaitingRows<Delivery>;
  readonly limits: RateLimits;
  readonly events: EventBus;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly objects: ObjectStore;
  readonly products = new Map<string, Product>();
  private readonly invoker: Invoker;

  private constructor(
    readonly manifest: AppManifest,
    readonly db: Db,
    readonly clock: SiteClock,
    readonly store: Store,
    /** What runs app code: how many invocations meet a kept process, and forgetting them all. */
    readonly processes: Runner,
    readonly bundleDir: string,
    readonly faults: FaultBox,
    readonly installation: InstallationIds,
    private readonly ownsProcesses: boolean,
  ) {
    this.settings = new Settings(db, clock.running);
    this.invocations = new InvocationLog(db);
    this.limits = new RateLimits(
      () => clock.now(),
      () => this.settings.current.rateLimits,
    );
    this.objects = new ObjectStore(db, () => clock.now());
    const shared = {
      manifest,
      now: () => clock.now(),
      wake: () => clock.wake(),
      parallel: () => this.settings.current.parallel ?? (clock.running ? LIVE_PARALLEL : 1),
    };
    this.jobs = new WaitingRows(db, 'forge_job');
    this.deliveries = new WaitingRows(db, 'forge_delivery');
    this.queues = new Queues({
      ...shared,
      rows: this.jobs,
      limits: this.limits,
      run: (c, event, chain) => this.run('consumer', 'core:consumer', c, c.queue, event, chain),
    });
    this.events = new EventBus({
      ...shared,
      faults,
      rows: this.deliveries,
      run: (t, type, event) => this.run('trigger', 'core:trigger', t, type, event),
    });
    this.schedules = new Schedules({
      db,
      schedules: manifest.schedules,
      now: shared.now,
      run: (s) => this.runSchedule(s),
    });
    for (const source of [this.events, this.queues, this.schedules]) clock.add(source);
    const deps = {
      manifest,
      store,
      products: this.products,
      faults,
      queues: this.queues,
      limits: this.limits,
      objects: this.objects,
      isConnected: (name: string) => this.isConnected(name),
    };
    this.invoker = new Invoker({
      manifest,
      clock,
      pool: processes,
      log: this.invocations,
      installation: {
        ...installation,
        environmentId: ENVIRONMENT_ID,
        appVersion: APP_VERSION,
        siteAris: () => this.siteAris(),
      },
      answerCall: (call, invocation) => answerPlatformCall(deps, call, invocation),
    });
  }

  /** Loads, checks and bundles the app and prepares everything but the products. */
  static async create(options: HostOptions): Promise<ForgeHost> {
    const { db, neighbour } = options;
    const manifest = loadManifest(options.appDir);
    const unbuilt = path.join(options.workDir, 'bundle');
    const bundleDir =
      neighbour?.bundleDir ?? (options.runner === undefined ? (await bundleApp(manifest)).dir : unbuilt);
    const kept = readSetting(db, 'clock') as
      | { readonly offset: number; readonly standingAt: number }
      | undefined;
    const clock = new SiteClock({
      running: options.realTime,
      offset: kept?.offset ?? 0,
      standingAt: kept?.standingAt ?? options.startAt,
      onMove: (state) => writeSetting(db, 'clock', state),
    });
    const faults = new FaultBox();
    const store = new Store({
      db,
      entities: manifest.entities,
      now: () => clock.now(),
      stalenessOf: () => faults.staleness(),
    });
    const threads = () =>
      new WorkerPool({
        program: compileWorker(path.join(options.workDir, 'worker')),
        bundleDir,
        memoryMb: Math.max(128, ...[...manifest.functions.values()].map((fn) => fn.memoryMb)),
        size: options.workers,
      });
    const processes = neighbour?.processes ?? options.runner ?? threads();
    const installation = neighbour === undefined ? FIRST_INSTALLATION : SECOND_INSTALLATION;
    const owns = neighbour === undefined;
    return new ForgeHost(manifest, db, clock, store, processes, bundleDir, faults, installation, owns);
  }

  connect(product: Product): void {
    this.products.set(product.name, product);
    product.onEvent((event) => {
      if (this.isConnected(event.eventType.startsWith('avi:confluence:') ? 'confluence' : 'jira'))
        this.events.emit(event);
    });
  }

  /** True when an admin has connected the app to this product; the required one always is. */
  isConnected(product: string): boolean {
    return product !== 'confluence' || this.settings.current.confluenceConnected;
  }

  invoke(request: InvocationRequest): Promise<InvocationResult> {
    return this.invoker.invoke(request);
  }

  /** What every handler gets as its second argument. */
  installContext(accountId?: string): object {
    return {
      installContext: `ari:cloud:jira::site/${this.installation.cloudId}`,
      installation: {
        ari: { installationId: this.installation.installationId },
        contexts: this.siteAris().map((ari) => ({ cloudId: this.installation.cloudId, ari })),
      },
      ...(accountId === undefined ? {} : { principal: { accountId } }),
    };
  }

  /** Sends `installed` once per installation and `upgraded` after a change of the app's major version. */
  announceLifecycle(): void {
    const known = readSetting(this.db, 'installed-version');
    if (known === APP_VERSION) return;
    writeSetting(this.db, 'installed-version', APP_VERSION);
    const name = known === undefined ? 'installed' : 'upgraded';
    this.events.emit({
      eventType: `avi:forge:${name}:app`,
      at: this.clock.now(),
      selfGenerated: false,
      payload: {
        id: this.installation.installationId,
        context: `ari:cloud:jira::site/${this.installation.cloudId}`,
        app: { id: this.manifest.appId, version: APP_VERSION },
      },
    });
  }

  /**
   * Calls a resolver of the app for a person, as the bridge does from a module of the app; `local` is none of them.
   * The context is that of a plain page of the module but for what is given.
   */
  resolve({
    moduleKey,
    functionKey,
    call,
    payload,
    context,
    accountId,
  }: ResolverCall): Promise<InvocationResult> {
    const { type = 'local', product = 'jira' } = this.moduleOf(moduleKey) ?? {};
    const whole = { moduleKey, accountType: 'licensed', extension: { type }, ...context };
    return this.invoke({
      functionKey,
      kind: 'resolver',
      moduleKey,
      moduleType: type,
      name: call,
      accountId,
      product,
      args: [{ call: { functionKey: call, payload }, context: whole }, this.installContext(accountId)],
    });
  }

  moduleOf(key: string): ModuleModel | undefined {
    return this.manifest.modules.find((module) => module.key === key);
  }

  /** Runs a function that Jira itself asks for, as a JQL function; undefined when it fails. */
  async runForJira(module: Plumbing, payload: object): Promise<unknown> {
    const result = await this.run('function', 'jira:jqlFunction', module, module.key, payload);
    return result.outcome === 'ok' ? result.value : undefined;
  }

  runSchedule(schedule: ScheduleModel): Promise<InvocationResult> {
    const context = { cloudId: this.installation.cloudId, moduleKey: schedule.key };
    const payload = { context, contextToken: 'local' };
    return this.run('scheduled', 'core:scheduledTrigger', schedule, schedule.interval, payload);
  }

  async close(): Promise<void> {
    await this.clock.stop();
    if (this.ownsProcesses) await this.processes.close();
  }

  /** Runs a function that nobody called: the platform does. */
  private run(
    kind: InvocationKind,
    moduleType: string,
    { key, functionKey }: Plumbing,
    name: string,
    payload: object,
    chain?: number,
  ): Promise<InvocationResult> {
    const args = [payload, this.installContext()];
    const who = { accountId: undefined, product: 'jira' } as const;
    return this.invoke({ ...who, functionKey, kind, moduleKey: key, moduleType, name, args, chain });
  }

  private siteAris(): readonly string[] {
    return [
      `ari:cloud:jira::site/${this.installation.cloudId}`,
      ...(this.isConnected('confluence') ? [`ari:cloud:confluence::site/${this.installation.cloudId}`] : []),
    ];
  }
}
