import { type Actor, type ProductRequest, type ProductResponse } from '../../kernel/types.ts';

/** One REST call, taken apart. */
export interface Call {
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: string | undefined;
  /** A body that is no text. */
  readonly bytes: Uint8Array | undefined;
}

export interface Route {
  readonly method: string;
  /** The path template as the product's OpenAPI document writes it: `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly template: string;
  readonly handle: (call: Call) => ProductResponse;
}

export const route = (method: string, template: string, handle: Route['handle']): Route => ({
  method,
  template,
  handle,
});

/** A reading, answered with 200. */
export const get = (template: string, read: (call: Call) => unknown): Route =>
  route('GET', template, (call) => ok(read(call)));

/** A change that answers nothing. */
export const act = (method: string, template: string, change: (call: Call) => void): Route =>
  route(method, template, (call) => {
    change(call);
    return { status: 204 };
  });

export const ok = (body: unknown): ProductResponse => ({ status: 200, body });
export const created = (body: unknown): ProductResponse => ({ status: 201, body });

interface Compiled extends Route {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

function compile(entry: Route): Compiled {
  const names: string[] = [];
  const source = entry.template.replace(/[.]/g, '\\.').replace(/\{([^}]+)\}/g, (_all, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { ...entry, names, pattern: new RegExp(`^${source}/?$`) };
}

const variables = (entry: Compiled): number => entry.names.length;

/**
 * Finds the route of a request and calls it. Literal segments win over parameters.
 * Answers undefined where no template fits, and 405 where one fits with another method.
 */
export function router(routes: readonly Route[]): (request: ProductRequest) => ProductResponse | undefined {
  const table = routes.map(compile).sort((a, b) => variables(a) - variables(b));
  return (request) => {
    const url = new URL(request.path, 'http://site.invalid');
    const fitting = table.filter((entry) => entry.pattern.test(url.pathname));
    if (fitting.length === 0) return undefined;
    const found = fitting.find((entry) => entry.method === request.method.toUpperCase());
    if (!found) return { status: 405, headers: { allow: fitting.map((entry) => entry.method).join(', ') } };
    const values = found.pattern.exec(url.pathname)?.slice(1) ?? [];
    const params = Object.fromEntries(
      found.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]),
    );
    return found.handle({
      actor: request.actor,
      params,
      query: url.searchParams,
      headers: request.headers,
      ...(typeof request.body === 'object'
        ? { rawBody: undefined, bytes: request.body }
        : { rawBody: request.body, bytes: undefined }),
    });
  };
}
