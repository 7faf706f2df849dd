/** The manifest as the host uses it: every part found once, references resolved to keys that exist. */

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface EntityIndex {
  readonly name: string;
  readonly partition: readonly string[];
  /** Forge takes exactly one range attribute; the `by-key` index has none. */
  readonly range: string | undefined;
}

export interface EntityModel {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeType>>;
  readonly indexes: readonly EntityIndex[];
}

export interface FunctionModel {
  readonly key: string;
  /** `index.resolver`: file under src, then the exported name. */
  readonly handler: string;
  readonly timeoutSeconds: number | undefined;
  readonly memoryMb: number;
}

export interface EventFilter {
  readonly ignoreSelf: boolean;
  readonly expression: string | undefined;
  /** What happens when the expression fails on an event. */
  readonly receiveOnError: boolean;
}

export interface TriggerModel {
  readonly key: string;
  readonly functionKey: string;
  readonly events: readonly { readonly eventType: string; readonly filter: EventFilter }[];
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface ScheduleModel {
  readonly key: string;
  readonly functionKey: string;
  readonly interval: Interval;
}

export interface ConsumerModel {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
}

export interface ResourceModel {
  readonly key: string;
  /** Relative to the app's folder. */
  readonly path: string;
  /** Entry key → file inside the path; empty for a single `index.html`. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Any module with a screen, or one the products read (entity properties, permissions, …): the raw declaration. */
export interface ModuleModel {
  /** For example `jira:issuePanel`. */
  readonly type: string;
  readonly key: string;
  readonly resource: string | undefined;
  readonly resolverFunction: string | undefined;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Scope {
  readonly name: string;
  readonly allowImpersonation: boolean;
}

export interface AppManifest {
  readonly appDir: string;
  readonly appId: string;
  readonly name: string;
  readonly runtime: string;
  readonly optionalProducts: readonly ('jira' | 'confluence')[];
  readonly modules: readonly ModuleModel[];
  readonly functions: ReadonlyMap<string, FunctionModel>;
  readonly triggers: readonly TriggerModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly consumers: readonly ConsumerModel[];
  readonly resources: ReadonlyMap<string, ResourceModel>;
  readonly entities: ReadonlyMap<string, EntityModel>;
  readonly scopes: readonly Scope[];
  /** `permissions` as written, for the CSP. */
  readonly permissions: Readonly<Record<string, unknown>>;
  readonly translations: {
    readonly resources: readonly { readonly key: string; readonly path: string }[];
    readonly fallback: Readonly<Record<string, unknown>>;
    /** The locale that stands in for all others. */
    readonly defaultLocale: string;
  };
}
