import * as v from 'valibot';
import { viewer } from '../shared/context';

const placeSchema = v.object({ config: v.nullish(v.object({ itemId: v.optional(v.string()) })) });

/** The item this macro shows so far. */
export const chosenItem = (): string | null =>
  v.parse(placeSchema, viewer().extension).config?.itemId ?? null;
