/** A request the site refused, with the words it gave. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function wordsOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { errorMessages, errors, message, error, errorMessage } = body as Readonly<Record<string, unknown>>;
  if (Array.isArray(errorMessages) && errorMessages.length > 0) return errorMessages.map(String).join(' ');
  if (typeof message === 'string') return message;
  if (typeof errorMessage === 'string') return errorMessage;
  if (Array.isArray(errors))
    return errors
      .map((one: unknown) =>
        typeof one === 'object' && one !== null && 'title' in one ? String(one.title) : String(one),
      )
      .join(' ');
  if (typeof errors === 'object' && errors !== null) return Object.values(errors).map(String).join(' ');
  return typeof error === 'object' ? wordsOf(error) : undefined;
}

/** Sends JSON, answers JSON. Throws ApiError with a sentence for people when the site refuses. */
export async function api<T>(path: string, init: { method?: string; body?: unknown } = {}): Promise<T> {
  const response = await fetch(path, {
    method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
    headers: {
      accept: 'application/json',
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
  });
  const text = await response.text();
  const body: unknown = text === '' ? undefined : parse(text);
  if (!response.ok)
    throw new ApiError(response.status, wordsOf(body) ?? `The site answered ${response.status}.`);
  return body as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The sentence to show for whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A path from parts that may hold anything. */
export const path = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  strings.reduce(
    (whole, part, index) =>
      `${whole}${part}${index < values.length ? encodeURIComponent(String(values[index])) : ''}`,
    '',
  );
