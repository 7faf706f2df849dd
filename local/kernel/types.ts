/**
 * What the parts of the local site say to each other: the Forge host, the two products and the shell.
 * Nothing here knows the app; nothing here is imported by it.
 */
import type Database from 'libsql';

export type Db = Database.Database;

/** Who acts in a product call. `app` is the app's own system user. */
export type Actor =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'app' }
  | { readonly kind: 'anonymous' };

/** The site's clock: real time plus an offset a person can move. All instants are UTC milliseconds. */
export interface Clock {
  now(): number;
  /** Moves the clock forward by so many milliseconds; timers that fall due on the way fire in order. */
  advance(ms: number): Promise<void>;
}

export interface ProductRequest {
  readonly method: string;
  /** Path and query as on the wire: `/rest/api/3/issue/IT-1?fields=status`, `/wiki/api/v2/pages/12`. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  readonly actor: Actor;
}

export interface ProductResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON-serialisable, the bytes of a file, or undefined for an empty body. */
  readonly body?: unknown;
}

/** Something that really changed in a product, as Forge would tell an app of it. */
export interface ProductEvent {
  /** For example `avi:jira:updated:issue`. */
  readonly eventType: string;
  /** When it happened, UTC milliseconds. */
  readonly at: number;
  /** True when the app itself caused it. */
  readonly selfGenerated: boolean;
  /** The account that caused it. */
  readonly atlassianId?: string;
  /** The rest of the payload, in the shape Atlassian documents for this event. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One product of the site: answers REST and tells what changed. */
export interface Product {
  readonly name: 'jira' | 'confluence';
  handle(request: ProductRequest): Promise<ProductResponse>;
  onEvent(listener: (event: ProductEvent) => void): void;
}
