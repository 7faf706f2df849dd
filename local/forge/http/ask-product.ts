import * as v from 'valibot';
import type { Actor, Product } from '../../kernel/types';

/** Asks a product something as this actor and reads the answer; undefined when it is not there or not for them. */
export async function ask<S extends v.GenericSchema>(
  product: Product | undefined,
  path: string,
  actor: Actor,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  if (product === undefined) return undefined;
  const response = await product.handle({
    method: 'GET',
    path,
    headers: { accept: 'application/json' },
    actor,
  });
  if (response.status !== 200) return undefined;
  const parsed = v.safeParse(schema, response.body);
  return parsed.success ? parsed.output : undefined;
}
