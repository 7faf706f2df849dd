import * as v from 'valibot';
import { viewer } from '../shared/context';

const placeSchema = v.object({
  content: v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
});

/** The id of the page this screen stands on, as the product says. */
export const pageHere = (): string => v.parse(placeSchema, viewer().extension).content.id;
