/** The local site from outside: its own API, and Jira's and Confluence's REST as a named person. */
export class SiteApi {
  constructor(readonly url: string) {}

  /** A REST call as a person of the demo company, by the name they sign in with; answers the parsed body, throws with it when refused. */
  async rest<T = unknown>(person: string, method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${person}:local`).toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Calls a resolver of the app directly, as a screen of somebody else's making could. */
  async call<T = unknown>(
    person: string,
    call: string,
    payload: unknown,
    moduleKey = 'pledge-portal',
  ): Promise<T> {
    const answer = await this.local<{ outcome: string; value: T; error?: string }>(
      'POST',
      '/__local/invoke',
      {
        functionKey: 'resolver',
        call,
        payload,
        accountId: person,
        moduleKey,
      },
    );
    if (answer.outcome !== 'ok') throw new Error(`${call} ended with ${answer.outcome}: ${answer.error}`);
    return answer.value;
  }

  local<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return this.rest<T>('admin', method, path, body);
  }

  now = async (): Promise<number> =>
    Date.parse((await this.local<{ now: string }>('GET', '/__local/clock')).now);

  /** Moves the clock; whatever falls due on the way happens before this answers. */
  advance = (ms: number): Promise<unknown> => this.local('POST', '/__local/clock', { advanceMs: ms });

  /** Delivers everything that is due now. */
  drain = (): Promise<unknown> => this.local('POST', '/__local/drain');

  faults = (faults: unknown): Promise<unknown> => this.local('POST', '/__local/faults', faults);

  settings = (patch: unknown): Promise<unknown> => this.local('POST', '/__local/settings', patch);

  clearInvocations = (): Promise<unknown> => this.local('DELETE', '/__local/invocations');

  async invocations(): Promise<readonly Invocation[]> {
    const answer = await this.local<{ invocations: readonly Invocation[] }>(
      'GET',
      '/__local/invocations?limit=500',
    );
    return answer.invocations;
  }
}

interface Invocation {
  readonly functionKey: string;
  readonly kind: string;
  /** Which call of the contract, for the resolver. */
  readonly name: string;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
