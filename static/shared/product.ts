import { requestJira } from '@forge/bridge';
import * as v from 'valibot';

type ProductCode = 'PRODUCT_REFUSED' | 'PRODUCT_UNAVAILABLE' | 'PRODUCT_UNEXPECTED' | 'PRODUCT_NOT_FOUND';

/** Jira or Confluence did not answer as documented; 404 also stands for "you may not see it". */
export class ProductFailed extends Error {
  readonly code: ProductCode;
  readonly status: number;
  readonly retryable: boolean;

  constructor(code: ProductCode, status: number, cause?: unknown) {
    super(`${code} (${status})`, cause === undefined ? undefined : { cause });
    this.name = 'ProductFailed';
    this.code = code;
    this.status = status;
    this.retryable = code === 'PRODUCT_UNAVAILABLE';
  }
}

type Request = (path: string, init?: Parameters<typeof requestJira>[1]) => Promise<Response>;
type Schema = v.GenericSchema;

/** Asks Jira as the user and parses the answer. `path` is made of encoded parts. Throws {@link ProductFailed}. */
export const askJira = <S extends Schema>(path: string, schema: S): Promise<v.InferOutput<S>> =>
  ask(requestJira, path, schema);

/** Sends JSON to Jira as the user and parses the answer. Throws {@link ProductFailed}. */
export const sendToJira = <S extends Schema>(
  path: string,
  method: 'POST' | 'PUT' | 'DELETE',
  body: unknown,
  schema: S,
): Promise<v.InferOutput<S>> =>
  ask(requestJira, path, schema, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Asks a product through the bridge's own function. Throws {@link ProductFailed}. */
export async function ask<S extends Schema>(
  request: Request,
  path: string,
  schema: S,
  init: Parameters<Request>[1] = {},
): Promise<v.InferOutput<S>> {
  const response = await request(path, {
    ...init,
    headers: { accept: 'application/json', ...(init?.headers as Record<string, string> | undefined) },
  }).catch((cause: unknown) => {
    throw new ProductFailed('PRODUCT_UNAVAILABLE', 0, cause);
  });
  if (!response.ok) throw new ProductFailed(codeOf(response.status), response.status);
  const parsed = v.safeParse(schema, await bodyOf(response));
  if (!parsed.success)
    throw new ProductFailed('PRODUCT_UNEXPECTED', response.status, v.flatten(parsed.issues));
  return parsed.output;
}

function codeOf(status: number): ProductCode {
  if (status === 404) return 'PRODUCT_NOT_FOUND';
  return status === 429 || status >= 500 ? 'PRODUCT_UNAVAILABLE' : 'PRODUCT_REFUSED';
}

/** Some writes answer nothing at all. */
async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ProductFailed('PRODUCT_UNEXPECTED', response.status, cause);
  }
}
