import * as v from 'valibot';
import { viewer } from '../shared/context';

const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const placeSchema = v.object({
  content: v.nullish(v.object({ id: v.optional(id) })),
  config: v.nullish(v.object({ itemId: v.optional(v.string()) })),
});

export interface Place {
  readonly itemId: string | null;
  readonly pageId: string | null;
}

/** Which item the page's author chose, and the page, where it has an id already. */
export function placeHere(): Place {
  const { content, config } = v.parse(placeSchema, viewer().extension);
  const pageId = content?.id ?? '';
  return { itemId: config?.itemId ?? null, pageId: /^\d+$/.test(pageId) ? pageId : null };
}
