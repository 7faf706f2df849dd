/** Values of documents: what JSON can hold. */
import * as v from 'valibot';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [part: string]: Json };

export const jsonSchema: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([
    v.string(),
    v.number(),
    v.boolean(),
    v.null(),
    v.array(jsonSchema),
    v.record(v.string(), jsonSchema),
  ]),
);

/** Every text in a value, however deep. */
export function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The same value with other texts. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => mapTexts(each, change));
  return Object.fromEntries(Object.entries(value).map(([part, each]) => [part, mapTexts(each, change)]));
}
