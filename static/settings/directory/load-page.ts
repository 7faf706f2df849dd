import * as v from 'valibot';
import { askConfluence } from '../../shared/ask-confluence';

/** A page of Confluence, as it is called today. */
export const Page = v.object({ id: v.string(), title: v.string() });

/** Whether a text is the id of a page, and not words or an address. */
export const isPageId = (text: string): boolean => /^\d+$/.test(text);

/** The page of an id, as the viewer may see it. Throws `ProductFailed`. */
export const loadPage = (id: string): Promise<v.InferOutput<typeof Page>> =>
  askConfluence(`/wiki/api/v2/pages/${encodeURIComponent(id)}`, Page);
