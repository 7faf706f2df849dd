/** Stands in for the product around a screen: `jest.mock('@forge/bridge', () => jest.requireActual('…/testing/bridge'))`. */
import type { Contract } from '../../../src/contract';
import type { AppError } from '../../../src/kernel/result';

type Answer = unknown;
type Handler = (payload: never) => Answer;

interface Product {
  readonly status?: number;
  readonly body: unknown;
}

export interface Invocation {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

const handlers = new Map<string, Handler>();
const pages: { readonly part: string; readonly answer: () => Product }[] = [];
/** What the screen asked the backend, in order. */
export const invocations: Invocation[] = [];
/** What the screen sent with its newest call of a name; undefined when it made none. */
export const payloadOf = (name: keyof Contract): Record<string, unknown> | undefined =>
  invocations.findLast((call) => call.name === name)?.payload;
/** Paths the screen asked Jira and Confluence for, in order. */
export const requests: string[] = [];

/** Answers a call of the contract: a value, or {@link refusal} for an error. */
export function answer<N extends keyof Contract>(
  name: N,
  handler: (payload: Parameters<Contract[N]>[0]) => unknown,
): void {
  handlers.set(name, handler);
}

/** Answers product requests whose path holds a text; the newest rule that fits wins. */
export function answerProduct(part: string, body: unknown, status = 200): void {
  pages.unshift({ part, answer: () => ({ status, body }) });
}

export class Refusal {
  constructor(readonly error: AppError) {}
}
export const refusal = (error: Partial<AppError> & Pick<AppError, 'code'>): Refusal =>
  new Refusal({ message: error.code, retryable: false, ...error });

export function resetBridge(): void {
  handlers.clear();
  pages.length = 0;
  invocations.length = 0;
  requests.length = 0;
}

export const makeInvoke = () => async (name: string, payload: Record<string, unknown>) => {
  invocations.push({ name, payload });
  const handler = handlers.get(name);
  if (handler === undefined) throw new Error(`The test answers no ${name}.`);
  const value = await handler(payload as never);
  return value instanceof Refusal ? { ok: false, error: value.error } : { ok: true, value };
};

const request = (path: string): Promise<Pick<Response, 'ok' | 'status' | 'text'>> => {
  requests.push(path);
  const { status = 404, body } = pages.find(({ part }) => path.includes(part))?.answer() ?? { body: {} };
  const text = (): Promise<string> => Promise.resolve(JSON.stringify(body));
  return Promise.resolve({ ok: status < 300, status, text });
};
export const requestJira = request;
export const requestConfluence = request;

export const router = { open: () => Promise.resolve(), navigate: () => Promise.resolve() };
export const view = { createHistory: () => Promise.reject(new Error('The test has no address bar.')) };
