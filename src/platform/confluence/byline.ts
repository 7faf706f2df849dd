import api, { route } from '@forge/api';
import * as v from 'valibot';
import { BYLINE_PROPERTY } from '../../kernel/names';
import { AppFailure } from '../../kernel/errors';
import { isConfluenceConnected } from '../identity/site';
import { findConfluence } from './client';

const propertySchema = v.object({
  id: v.string(),
  value: v.optional(v.unknown()),
  version: v.object({ number: v.number() }),
});
const propertiesSchema = v.object({ results: v.array(propertySchema) });
const anySchema = v.unknown();

const json = (body: unknown): { readonly body: string; readonly headers: Record<string, string> } => ({
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
});

interface Line {
  readonly title: string;
  readonly tooltip: string;
}

/**
 * Writes the content property that Confluence shows as the page's byline, as the app; null takes it away. What stands there
 * is read first: everybody who edits the page can write it, and copies of the page carry it. Nothing is written where it is
 * right.
 * False when Confluence did not take it (not connected, page gone, somebody wrote at the same moment): try again later.
 */
export async function writeByline(pageId: string, byline: Line | null): Promise<boolean> {
  if (!isConfluenceConnected()) return false;
  try {
    const stored = await findConfluence(
      api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}/properties?key=${BYLINE_PROPERTY}`),
      propertiesSchema,
    );
    if (stored === null) return false;
    return await replace(pageId, stored.results[0] ?? null, byline);
  } catch (error) {
    if (error instanceof AppFailure) return false;
    throw error;
  }
}

async function replace(
  pageId: string,
  stored: v.InferOutput<typeof propertySchema> | null,
  value: Line | null,
): Promise<boolean> {
  if (stored === null) {
    if (value === null) return true;
    const made = await findConfluence(
      api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}/properties`, {
        method: 'POST',
        ...json({ key: BYLINE_PROPERTY, value }),
      }),
      anySchema,
    );
    return made !== null;
  }
  if (value !== null && isLine(stored.value, value)) return true;
  if (value === null) {
    await findConfluence(
      api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}/properties/${stored.id}`, {
        method: 'DELETE',
      }),
      anySchema,
    );
    return true;
  }
  const written = await findConfluence(
    api.asApp().requestConfluence(route`/wiki/api/v2/pages/${pageId}/properties/${stored.id}`, {
      method: 'PUT',
      ...json({ key: BYLINE_PROPERTY, value, version: { number: stored.version.number + 1 } }),
    }),
    anySchema,
  );
  return written !== null;
}

/** Whether exactly this is stored: an icon that somebody added would be shown too. */
function isLine(stored: unknown, { title, tooltip }: Line): boolean {
  const line = v.safeParse(v.strictObject({ title: v.literal(title), tooltip: v.literal(tooltip) }), stored);
  return line.success;
}
