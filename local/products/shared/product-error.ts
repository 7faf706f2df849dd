/** A refusal a product answers with: an HTTP status, sentences for people, and messages per field. */
export class ProductError extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super([...messages, ...Object.entries(fields).map(([key, text]) => `${key}: ${text}`)].join(' '));
    this.name = 'ProductError';
  }
}

export const badRequest = (message: string): ProductError => new ProductError(400, [message]);
export const forbidden = (message: string): ProductError => new ProductError(403, [message]);
export const notFound = (message: string): ProductError => new ProductError(404, [message]);
export const invalidFields = (fields: Readonly<Record<string, string>>): ProductError =>
  new ProductError(400, [], fields);
